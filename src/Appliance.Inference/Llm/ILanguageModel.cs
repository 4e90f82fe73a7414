namespace Appliance.Inference.Llm;

/// <summary>A language model that answers only within a grammar. Safe for use by many calls at once, which are served side by side.</summary>
public interface ILanguageModel
{
    /// <summary>
    /// Continues the prompt within the grammar. Cancellation is answered at once; the engine drops the work at its next step.
    /// </summary>
    /// <exception cref="EngineException">InvalidInput for a broken grammar or a prompt beyond the context; Overloaded when too many wait; EngineFailed; Stopped.</exception>
    ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken);
}
