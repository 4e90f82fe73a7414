using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm.Batching;

/// <summary>A request's text as tokens.</summary>
/// <param name="Prefix">What it shares with other requests.</param>
/// <param name="Rest">What is its own: prompt and suffix.</param>
internal sealed record PromptTokens(int[] Prefix, int[] Rest)
{
    internal int Count => Prefix.Length + Rest.Length;

    /// <exception cref="EngineException">InvalidInput when the request is beyond a limit.</exception>
    internal static PromptTokens Of(LlmRequest request, LlamaVocabulary vocabulary, int contextTokens)
    {
        if (request.MaxTokens is < 1 or > 1024)
        {
            throw new EngineException(EngineErrorReason.InvalidInput, $"MaxTokens (stage llm) is {request.MaxTokens}, 1 to 1024 is allowed.");
        }

        var prompt = new PromptTokens(
            vocabulary.Tokenize(request.Prefix, first: true, template: true),
            [
                .. vocabulary.Tokenize(request.Prompt, first: false, template: false),
                .. vocabulary.Tokenize(request.Suffix, first: false, template: true),
            ]);
        return prompt.Count > 0 && prompt.Count + request.MaxTokens <= contextTokens
            ? prompt
            : throw new EngineException(
                EngineErrorReason.InvalidInput,
                $"The prompt (stage llm) has {prompt.Count} tokens; with {request.MaxTokens} for the answer it must fill 1 to {contextTokens}.");
    }
}
