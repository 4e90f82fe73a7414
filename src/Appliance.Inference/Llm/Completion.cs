namespace Appliance.Inference.Llm;

/// <summary>What a model wrote. The text is a sentence of the grammar only when <see cref="End"/> is <see cref="CompletionEnd.GrammarComplete"/>.</summary>
/// <param name="Text">The tokens' text joined.</param>
/// <param name="Tokens">In order, without the end token.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Usage">Tokens and times.</param>
public sealed record Completion(string Text, IReadOnlyList<CompletionToken> Tokens, CompletionEnd End, CompletionUsage Usage)
{
    /// <summary>Probability of the whole text among all that the grammar allows, token by token; 1 for no choice at all.</summary>
    public float Probability => Tokens.Aggregate(1f, (product, token) => product * token.Probability);

    /// <summary>Probability of the least sure choice; 1 for no choice at all.</summary>
    public float LeastProbability => Tokens.Aggregate(1f, (least, token) => Math.Min(least, token.Probability));
}

/// <summary>Why a completion ended.</summary>
public enum CompletionEnd
{
    /// <summary>The grammar allowed no more, or the model chose to end where the grammar let it.</summary>
    GrammarComplete = 0,

    /// <summary>The limit was reached first: the text is only the beginning of a sentence of the grammar.</summary>
    MaxTokens,
}

/// <summary>One token of an answer.</summary>
/// <param name="Text">Its text; a character that is spread over tokens shows as U+FFFD here.</param>
/// <param name="Probability">Softmax among the tokens that the grammar allowed, 0 to 1; 1 when it allowed only this one.</param>
/// <param name="RawProbability">Softmax among the whole vocabulary: how much the model itself wanted it. NaN for a forced token, for which the model is not asked.</param>
public readonly record struct CompletionToken(string Text, float Probability, float RawProbability);

/// <summary>What a completion cost.</summary>
/// <param name="PromptTokens">Tokens of prefix, prompt and suffix.</param>
/// <param name="ReusedTokens">Of these, how many were still in memory and not read again.</param>
/// <param name="QueueTime">Waiting for earlier requests.</param>
/// <param name="PromptTime">Reading the prompt.</param>
/// <param name="GenerateTime">Writing the answer.</param>
public readonly record struct CompletionUsage(
    int PromptTokens, int ReusedTokens, TimeSpan QueueTime, TimeSpan PromptTime, TimeSpan GenerateTime);
