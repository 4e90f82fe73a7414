using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// A context with one sequence: what it has read stays in its key-value memory, so that a prompt that begins like the
/// last one is read from where they part. Used from one thread.
/// </summary>
internal sealed unsafe class LlamaSession : IDisposable
{
    private readonly LlamaContextHandle _context;
    private readonly int _vocabularySize;
    private readonly int _batch;
    private readonly List<int> _read = [];
    private GCHandle _self;
    private CancellationToken _cancelled;

    internal LlamaSession(LlamaModelHandle model, int vocabularySize, int contextTokens, int threads, int batchThreads)
    {
        var parameters = LlamaApi.llama_context_default_params();
        parameters.ContextTokens = (uint)contextTokens;
        parameters.BatchTokens = (uint)Math.Min(512, contextTokens);
        parameters.MicroBatchTokens = parameters.BatchTokens;
        parameters.Threads = threads;
        parameters.BatchThreads = batchThreads;
        LlamaLog.TakeErrors();
        _context = LlamaApi.llama_init_from_model(model, parameters);
        if (_context.IsInvalid)
        {
            throw new EngineException(
                EngineErrorReason.EngineFailed, $"No context of {contextTokens} tokens (stage llm) could be made: {LlamaLog.TakeErrors()}.");
        }

        _context.Hold(model);
        _vocabularySize = vocabularySize;
        _batch = (int)LlamaApi.llama_n_batch(_context);
        Capacity = (int)LlamaApi.llama_n_ctx(_context);
        _self = GCHandle.Alloc(this);
        LlamaApi.llama_set_abort_callback(_context, &ShouldAbort, (void*)GCHandle.ToIntPtr(_self));
    }

    /// <summary>Tokens that fit, prompt and answer together.</summary>
    internal int Capacity { get; }

    /// <summary>
    /// Makes the memory hold exactly <paramref name="tokens"/> and leaves the logits of the last one.
    /// Returns how many tokens were kept from before and not read again.
    /// </summary>
    internal int Read(ReadOnlySpan<int> tokens, CancellationToken cancellationToken)
    {
        var kept = Keep(CollectionsMarshal.AsSpan(_read).CommonPrefixLength(tokens[..^1]));
        Append(tokens[kept..], cancellationToken);
        return kept;
    }

    /// <summary>Reads on; the logits of the last token are left.</summary>
    internal void Append(ReadOnlySpan<int> tokens, CancellationToken cancellationToken)
    {
        _cancelled = cancellationToken;
        while (!tokens.IsEmpty)
        {
            var part = tokens[..Math.Min(_batch, tokens.Length)];
            Decode(part);
            CollectionsMarshal.SetCount(_read, _read.Count + part.Length);
            part.CopyTo(CollectionsMarshal.AsSpan(_read)[^part.Length..]);
            tokens = tokens[part.Length..];
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One value per token of the vocabulary, for the place after the last token read; valid until the next read.</summary>
    internal ReadOnlySpan<float> Logits()
    {
        var logits = LlamaApi.llama_get_logits_ith(_context, -1);
        return logits is null
            ? throw new EngineException(EngineErrorReason.EngineFailed, "llama_get_logits_ith (stage llm) gave nothing.")
            : new ReadOnlySpan<float>(logits, _vocabularySize);
    }

    public void Dispose()
    {
        _context.Dispose();
        if (_self.IsAllocated)
        {
            _self.Free();
        }
    }

    /// <summary>Keeps the first tokens in memory, or none where the memory cannot be cut there.</summary>
    private int Keep(int count)
    {
        var memory = LlamaApi.llama_get_memory(_context);
        if (!LlamaApi.llama_memory_seq_rm(memory, 0, count, -1))
        {
            LlamaApi.llama_memory_seq_rm(memory, 0, 0, -1);
            count = 0;
        }

        CollectionsMarshal.SetCount(_read, count);
        return count;
    }

    private void Decode(ReadOnlySpan<int> tokens)
    {
        int result;
        fixed (int* token = tokens)
        {
            result = LlamaApi.llama_decode(_context, new LlamaBatch { TokenCount = tokens.Length, Token = token });
        }

        if (result == 0)
        {
            return;
        }

        // What an unfinished batch left in memory is not in the list of tokens read, so the next read removes it.
        _cancelled.ThrowIfCancellationRequested();
        throw new EngineException(EngineErrorReason.EngineFailed, $"llama_decode (stage llm) returned {result}.");
    }

    [UnmanagedCallersOnly]
    private static byte ShouldAbort(void* self) =>
        GCHandle.FromIntPtr((nint)self).Target is LlamaSession session && session._cancelled.IsCancellationRequested ? (byte)1 : (byte)0;
}
