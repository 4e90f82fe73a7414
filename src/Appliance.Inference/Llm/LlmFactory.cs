using Appliance.Inference.Interop;
using Appliance.Inference.Packs;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Llm;

/// <summary>Opens the pack's language model. Without one the appliance goes on: rules understand and templates answer.</summary>
public static class LlmFactory
{
    /// <summary>Loads the model; takes seconds for a large one. A pack without the stage gives neither model nor reason.</summary>
    public static LlmOpening Open(PackStage? stage, NativeLibraryLocator locator, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(loggers);
        if (stage is null)
        {
            return new LlmOpening(null, null);
        }

        try
        {
            return new LlmOpening(LlamaEngine.Load(LlamaOptions.Of(stage), locator, time, loggers.CreateLogger<LlamaEngine>()), null);
        }
        catch (EngineException lost)
        {
            loggers.CreateLogger(typeof(LlmFactory)).LogWarning(lost, "The language model cannot be opened; rules understand instead");
            return new LlmOpening(null, lost);
        }
    }
}

/// <summary>An opened language model, or none.</summary>
/// <param name="Model">What answers; null when there is none.</param>
/// <param name="Degraded">Why the pack's model does not answer, with its mend; null when it does or the pack has none.</param>
public sealed record LlmOpening(ILanguageModel? Model, EngineException? Degraded) : IDisposable
{
    /// <summary>Frees the model.</summary>
    public void Dispose() => (Model as IDisposable)?.Dispose();
}
