using Appliance.Inference.Interop.OnnxRuntime;

namespace Appliance.Inference.Onnx;

/// <summary>
/// A dense row-major tensor of <see cref="float"/>, <see cref="int"/> or <see cref="long"/> in native memory. Whoever
/// made or received it disposes it; a span taken from it must not outlive it. An output of one run may be an input of
/// the next without a copy.
/// </summary>
public sealed class OnnxTensor : IDisposable
{
    private readonly long[] _shape;

    private OnnxTensor(OrtValueHandle value, OnnxElementType type, long[] shape)
    {
        Value = value;
        ElementType = type;
        _shape = shape;
        Count = checked((int)shape.Aggregate(1L, (product, length) => product * length));
    }

    /// <summary>Type of the elements.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>Length of each dimension; empty for a scalar.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    internal OrtValueHandle Value { get; }

    /// <summary>A tensor of zeros.</summary>
    public static OnnxTensor Zeros<T>(params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var type = TypeOf<T>();
        var tensor = new OnnxTensor(OnnxRuntimeApi.CreateTensor(shape, (int)type), type, shape.ToArray());
        tensor.Span<T>().Clear();
        return tensor;
    }

    /// <summary>A tensor with a copy of <paramref name="data"/>, whose length must fill <paramref name="shape"/>.</summary>
    public static OnnxTensor Of<T>(ReadOnlySpan<T> data, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var type = TypeOf<T>();
        var tensor = new OnnxTensor(OnnxRuntimeApi.CreateTensor(shape, (int)type), type, shape.ToArray());
        if (tensor.Count != data.Length)
        {
            tensor.Dispose();
            throw new ArgumentException($"{data.Length} elements do not fill {tensor.Count}.", nameof(data));
        }

        data.CopyTo(tensor.Span<T>());
        return tensor;
    }

    /// <summary>The elements, row-major.</summary>
    public Span<T> Span<T>()
        where T : unmanaged
    {
        if (TypeOf<T>() != ElementType)
        {
            throw new InvalidOperationException($"The tensor holds {ElementType}, not {typeof(T).Name}.");
        }

        return Count == 0 ? [] : OnnxRuntimeApi.Data<T>(Value, Count);
    }

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();

    /// <summary>Takes over a value that a run has made.</summary>
    internal static OnnxTensor Own(nint value)
    {
        var handle = OnnxRuntimeApi.Own(value);
        var (type, shape) = OnnxRuntimeApi.Describe(handle);
        return new OnnxTensor(handle, (OnnxElementType)type, shape);
    }

    private static OnnxElementType TypeOf<T>() =>
        typeof(T) == typeof(float) ? OnnxElementType.Float
        : typeof(T) == typeof(long) ? OnnxElementType.Int64
        : typeof(T) == typeof(int) ? OnnxElementType.Int32
        : throw new NotSupportedException($"Tensors of {typeof(T).Name} are not used here.");
}
