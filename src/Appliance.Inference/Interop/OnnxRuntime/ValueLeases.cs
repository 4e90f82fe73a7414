using System.Buffers;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>Keeps the tensors of one run alive until it has ended.</summary>
internal readonly ref struct ValueLeases(int capacity)
{
    private readonly OrtValueHandle?[] _values = ArrayPool<OrtValueHandle?>.Shared.Rent(capacity);

    /// <summary>Takes a reference, kept in a slot of its own, and returns the native pointer.</summary>
    /// <exception cref="ObjectDisposedException">The tensor is gone.</exception>
    public nint Take(int slot, OrtValueHandle value)
    {
        var taken = false;
        value.DangerousAddRef(ref taken);
        _values[slot] = value;
        return value.DangerousGetHandle();
    }

    public void Dispose()
    {
        foreach (var value in _values)
        {
            value?.DangerousRelease();
        }

        ArrayPool<OrtValueHandle?>.Shared.Return(_values, clearArray: true);
    }
}
