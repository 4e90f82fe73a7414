using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm.Batching;

/// <summary>Gives waiting requests a sequence, in order of arrival, as long as there are sequences and memory.</summary>
internal sealed class BatchAdmission
{
    private readonly LlamaContext _context;
    private readonly LlamaVocabulary _vocabulary;
    private readonly TimeProvider _time;
    private readonly int _contextTokens;
    private readonly Stack<int> _sequences;
    private int _reserved;
    private (CompletionJob Job, PromptTokens Prompt)? _first;

    internal BatchAdmission(LlamaContext context, LlamaVocabulary vocabulary, TimeProvider time, LlamaOptions options)
    {
        _context = context;
        _vocabulary = vocabulary;
        _time = time;
        _contextTokens = options.ContextTokens;
        _sequences = new Stack<int>(Enumerable.Range(0, options.MaxSequences).Reverse());
        Shelf = new PrefixShelf(options.MaxSequences, options.SharedPrefixes, context.Remove);
    }

    internal PrefixShelf Shelf { get; }

    /// <summary>Admits a request, or returns false when it must wait. An answer that is forced whole is given at once: null then.</summary>
    /// <exception cref="EngineException">InvalidInput.</exception>
    internal bool TryAdmit(CompletionJob job, out RunningCompletion? running)
    {
        running = null;
        if (_sequences.Count == 0)
        {
            return false;
        }

        // Tokens of one that waits are counted once, not at each step.
        var prompt = _first is { } first && first.Job == job ? first.Prompt : PromptTokens.Of(job.Request, _vocabulary, _contextTokens);
        _first = (job, prompt);
        var known = Shelf.Find(prompt.Prefix);
        if (!MakeRoom(prompt, known, job.Request))
        {
            return false;
        }

        var started = _time.GetTimestamp();
        var generation = new Generation(_vocabulary, job.Request);
        try
        {
            if (generation.Force() is { } end)
            {
                Complete(job, generation, end, new CompletionUsage(prompt.Count, 0, _time.GetElapsedTime(job.Asked, started), TimeSpan.Zero, _time.GetElapsedTime(started)));
                generation.Dispose();
                return true;
            }
        }
        catch
        {
            generation.Dispose();
            throw;
        }

        running = Start(job, prompt, known, generation, started);
        return true;
    }

    /// <summary>Takes back the sequence of a request that has ended or was given up.</summary>
    internal void Release(RunningCompletion running)
    {
        _context.Remove(running.Feed.Sequence);
        _sequences.Push(running.Feed.Sequence);
        _reserved -= running.Reserved;
        if (running.Prefix is { } prefix)
        {
            prefix.Users--;
        }

        running.Dispose();
    }

    internal static void Complete(CompletionJob job, Generation generation, CompletionEnd end, CompletionUsage usage) =>
        job.Succeed(new Completion(generation.Text, generation.Tokens, end, usage));

    private RunningCompletion Start(CompletionJob job, PromptTokens prompt, SharedPrefix? known, Generation generation, long started)
    {
        var prefix = known ?? Shelf.Add(prompt.Prefix);
        if (prefix is not null)
        {
            Shelf.Use(prefix);
        }

        var running = new RunningCompletion(job, prompt, _sequences.Pop(), prefix, generation, started)
        {
            Reused = known is null ? 0 : Math.Min(known.Tokens.Length, prompt.Count - 1),
        };
        _reserved += running.Reserved;
        return running;
    }

    private bool MakeRoom(PromptTokens prompt, SharedPrefix? known, LlmRequest request)
    {
        var needed = RunningCompletion.ReservedFor(prompt, known is not null, request);
        while (_reserved + Shelf.Tokens + needed > _context.MemoryTokens)
        {
            if (!Shelf.GiveUpOne(except: known))
            {
                return false;
            }
        }

        return true;
    }
}
