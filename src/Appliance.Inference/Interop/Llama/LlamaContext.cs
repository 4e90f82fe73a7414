using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// A context with several sequences in one unified memory: sequences may share what they begin with, and each takes
/// only the room that it fills. Used from one thread, apart from <see cref="Abort"/>.
/// </summary>
internal sealed unsafe class LlamaContext : IDisposable
{
    private const int LargestBatch = 512;

    private readonly LlamaContextHandle _context;
    private readonly nint _memory;
    private readonly int _vocabularySize;
    private GCHandle _self;
    private volatile bool _aborted;

    internal LlamaContext(LlamaModelHandle model, int vocabularySize, int memoryTokens, int sequences, int threads, int batchThreads)
    {
        var parameters = LlamaApi.llama_context_default_params();
        parameters.ContextTokens = (uint)memoryTokens;
        parameters.BatchTokens = (uint)Math.Min(LargestBatch, memoryTokens);
        parameters.MicroBatchTokens = parameters.BatchTokens;
        parameters.Sequences = (uint)sequences;
        parameters.KvUnified = 1;
        parameters.Threads = threads;
        parameters.BatchThreads = batchThreads;
        LlamaLog.TakeErrors();
        _context = LlamaApi.llama_init_from_model(model, parameters);
        if (_context.IsInvalid)
        {
            throw new EngineException(
                EngineErrorReason.EngineFailed,
                $"No context of {memoryTokens} tokens and {sequences} sequences (stage llm) could be made: {LlamaLog.TakeErrors()}.");
        }

        _context.Hold(model);
        _memory = LlamaApi.llama_get_memory(_context);
        _vocabularySize = vocabularySize;
        BatchTokens = (int)LlamaApi.llama_n_batch(_context);
        MemoryTokens = (int)LlamaApi.llama_n_ctx(_context);
        _self = GCHandle.Alloc(this);
        LlamaApi.llama_set_abort_callback(_context, &ShouldAbort, (void*)GCHandle.ToIntPtr(_self));
    }

    /// <summary>Tokens that one step may read.</summary>
    internal int BatchTokens { get; }

    /// <summary>Tokens that all sequences may hold together, shared ones counted once.</summary>
    internal int MemoryTokens { get; }

    /// <summary>Breaks off the step that runs and every later one.</summary>
    internal void Abort() => _aborted = true;

    /// <summary>Gives the first <paramref name="count"/> tokens of a sequence to an empty one as well.</summary>
    internal void Share(int from, int to, int count) => LlamaApi.llama_memory_seq_cp(_memory, from, to, 0, count);

    /// <summary>Empties a sequence; what others share with it stays.</summary>
    internal void Remove(int sequence) => LlamaApi.llama_memory_seq_rm(_memory, sequence, 0, -1);

    /// <summary>Reads the batch; what a failed step left in memory belongs to sequences that must then be removed.</summary>
    /// <exception cref="OperationCanceledException">After <see cref="Abort"/>.</exception>
    /// <exception cref="EngineException">EngineFailed.</exception>
    internal void Decode(LlamaBatchBuffer batch)
    {
        var result = LlamaApi.llama_decode(_context, batch.Native);
        if (result == 0)
        {
            return;
        }

        throw _aborted
            ? new OperationCanceledException("The engine is being stopped.")
            : new EngineException(EngineErrorReason.EngineFailed, $"llama_decode (stage llm) returned {result}.");
    }

    /// <summary>One value per token of the vocabulary, for what comes after the token at this place of the last batch; valid until the next step.</summary>
    internal ReadOnlySpan<float> Logits(int place)
    {
        var logits = LlamaApi.llama_get_logits_ith(_context, place);
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

    [UnmanagedCallersOnly]
    private static byte ShouldAbort(void* self) =>
        GCHandle.FromIntPtr((nint)self).Target is LlamaContext context && context._aborted ? (byte)1 : (byte)0;
}
