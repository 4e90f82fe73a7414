namespace Appliance.Inference.Llm;

/// <summary>What the model reads, and the grammar of what it may write.</summary>
public sealed record LlmRequest
{
    /// <summary>
    /// Instructions and template that many requests share; it is read once and kept in memory. Trusted: names of
    /// control tokens in it are control tokens.
    /// </summary>
    public required string Prefix { get; init; }

    /// <summary>What differs, such as the caller's words. Untrusted: names of control tokens in it are plain text.</summary>
    public required string Prompt { get; init; }

    /// <summary>Template between the prompt and the answer, such as the end of a turn. Trusted. Default empty.</summary>
    public string Suffix { get; init; } = string.Empty;

    /// <summary>GBNF with a rule <c>root</c>; <see cref="GrammarBuilder"/> writes it. https://github.com/ggml-org/llama.cpp/tree/master/grammars</summary>
    public required string Grammar { get; init; }

    /// <summary>Most tokens of the answer, 1 to 1024. Default 96.</summary>
    public int MaxTokens { get; init; } = 96;

    /// <summary>0 takes the likeliest token every time; up to 2 draws among the allowed ones. Default 0.</summary>
    public float Temperature { get; init; }

    /// <summary>Seed of the draws when the temperature is above 0. Default 0. Same seed, same answer.</summary>
    public int Seed { get; init; }
}
