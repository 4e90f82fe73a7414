namespace Appliance.Inference.Llm;

/// <summary>A language model that answers only within a grammar. Safe for use by many calls at once; requests are served in order.</summary>
public interface ILanguageModel
{
    /// <summary>
    /// Continues the prompt within the grammar. Cancellation takes effect between tokens, and within a long prompt.
    /// </summary>
    /// <exception cref="EngineException">InvalidInput for a broken grammar or a prompt beyond the context; EngineFailed; Stopped.</exception>
    ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken);
}
