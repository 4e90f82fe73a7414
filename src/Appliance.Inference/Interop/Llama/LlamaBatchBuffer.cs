using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>Tokens of several sequences that are read in one step. Its arrays are allocated once; used from one thread.</summary>
internal sealed unsafe class LlamaBatchBuffer : IDisposable
{
    private readonly int* _numbers;
    private readonly int** _sequenceIds;
    private LlamaBatch _batch;

    /// <param name="capacity">Tokens of a step.</param>
    internal LlamaBatchBuffer(int capacity)
    {
        Capacity = capacity;
        _numbers = (int*)NativeMemory.AllocZeroed((nuint)capacity * 5, sizeof(int));
        _sequenceIds = (int**)NativeMemory.AllocZeroed((nuint)capacity, (nuint)sizeof(int*));
        _batch = new LlamaBatch
        {
            Token = _numbers,
            Position = _numbers + capacity,
            SequenceCount = _numbers + (2 * capacity),
            SequenceId = _sequenceIds,
            Logits = (byte*)(_numbers + (4 * capacity)),
        };
        for (var i = 0; i < capacity; i++)
        {
            _batch.SequenceCount[i] = 1;
            _sequenceIds[i] = _numbers + (3 * capacity) + i;
        }
    }

    internal int Capacity { get; }

    internal int Count => _batch.TokenCount;

    internal int Room => Capacity - Count;

    /// <summary>What the library takes; valid as long as this object.</summary>
    internal LlamaBatch Native => _batch;

    internal void Clear() => _batch.TokenCount = 0;

    /// <summary>Adds a token and returns its place, by which its logits are asked for when they are wanted.</summary>
    internal int Add(int token, int position, int sequence, bool wantsLogits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Count, Capacity);
        var place = _batch.TokenCount++;
        _batch.Token[place] = token;
        _batch.Position[place] = position;
        *_sequenceIds[place] = sequence;
        _batch.Logits[place] = wantsLogits ? (byte)1 : (byte)0;
        return place;
    }

    public void Dispose()
    {
        NativeMemory.Free(_numbers);
        NativeMemory.Free(_sequenceIds);
    }
}
