using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm.Batching;

/// <summary>A request that has a sequence.</summary>
internal sealed class RunningCompletion : IDisposable
{
    private readonly int _shared;
    private bool _mustShare;

    /// <param name="job">The request.</param>
    /// <param name="prompt">Its tokens.</param>
    /// <param name="sequence">Where it is read and written; empty.</param>
    /// <param name="prefix">What it begins with and need not read itself, or null.</param>
    /// <param name="generation">Its answer, with what is forced already written.</param>
    /// <param name="started">Timestamp.</param>
    internal RunningCompletion(CompletionJob job, PromptTokens prompt, int sequence, SharedPrefix? prefix, Generation generation, long started)
    {
        Job = job;
        Prefix = prefix;
        Generation = generation;
        Started = started;
        PromptTokens = prompt.Count;
        Feed = new SequenceFeed(sequence);
        Reserved = ReservedFor(prompt, prefix is not null, job.Request);

        // The last token of the prompt is read in the request's own sequence, for its logits are wanted.
        _shared = prefix is null ? 0 : Math.Min(prefix.Tokens.Length, prompt.Count - 1);
        _mustShare = prefix is not null;
        Feed.Add(prompt.Prefix.AsSpan(_shared));
        Feed.Add(prompt.Rest);
        generation.MoveUnreadTo(Feed);
    }

    internal CompletionJob Job { get; }

    internal SharedPrefix? Prefix { get; }

    internal Generation Generation { get; }

    internal SequenceFeed Feed { get; }

    internal long Started { get; }

    /// <summary>Tokens of prefix, prompt and suffix.</summary>
    internal int PromptTokens { get; }

    /// <summary>Timestamp of the first logits, null before: the prompt was then read.</summary>
    internal long? Read { get; set; }

    /// <summary>Tokens of the memory that are its own.</summary>
    internal int Reserved { get; }

    /// <summary>Tokens of the prompt that were in memory, or on their way there, when it began.</summary>
    internal int Reused { get; init; }

    /// <summary>Place in the last batch of its logits, −1 when there are none yet.</summary>
    internal int LogitsAt { get; private set; } = -1;

    /// <summary>What a request takes of the memory at most, beside its shared prefix; the last token it writes is never read, which makes up for the one read twice.</summary>
    internal static int ReservedFor(PromptTokens prompt, bool sharesPrefix, LlmRequest request) =>
        prompt.Rest.Length + request.MaxTokens + (sharesPrefix ? 0 : prompt.Prefix.Length);

    /// <summary>Adds what it has to read, as far as there is room; nothing while its prefix is still being read.</summary>
    internal void Fill(LlamaBatchBuffer batch, LlamaContext context)
    {
        LogitsAt = -1;
        if (_mustShare)
        {
            if (!Prefix!.IsRead)
            {
                return;
            }

            context.Share(Prefix.Feed.Sequence, Feed.Sequence, _shared);
            Feed.StartAt(_shared);
            _mustShare = false;
        }

        LogitsAt = Feed.MoveTo(batch, wantsLogits: true);
    }

    public void Dispose() => Generation.Dispose();
}
