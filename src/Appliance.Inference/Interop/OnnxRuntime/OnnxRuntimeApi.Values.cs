namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>onnxruntime_c_api.h: tensors.</summary>
internal static unsafe partial class OnnxRuntimeApi
{
    /// <summary>A tensor in memory of the runtime's default allocator; its content is not cleared.</summary>
    internal static OrtValueHandle CreateTensor(ReadOnlySpan<long> shape, int elementType)
    {
        nint made;
        fixed (long* dimensions = shape)
        {
            Check(((delegate* unmanaged<nint, long*, nuint, int, nint*, nint>)At(OrtFunction.CreateTensorAsOrtValue))(
                Allocator(), dimensions, (nuint)shape.Length, elementType, &made));
        }

        return Own(made);
    }

    /// <summary>Takes over a value that a run has made.</summary>
    internal static OrtValueHandle Own(nint value)
    {
        var handle = new OrtValueHandle();
        handle.Take(value);
        return handle;
    }

    /// <summary>Element type (<c>ONNXTensorElementDataType</c>) and shape of a tensor.</summary>
    internal static (int ElementType, long[] Shape) Describe(OrtValueHandle value)
    {
        using var lease = new HandleLease(value);
        int isTensor;
        Check(((delegate* unmanaged<nint, int*, nint>)At(OrtFunction.IsTensor))(lease.Pointer, &isTensor));
        if (isTensor == 0)
        {
            throw new EngineException(EngineErrorReason.UnsupportedModel, "ONNX Runtime: a value is not a tensor.");
        }

        using var info = new OrtShapeInfoHandle();
        nint made;
        Check(((delegate* unmanaged<nint, nint*, nint>)At(OrtFunction.GetTensorTypeAndShape))(lease.Pointer, &made));
        info.Take(made);
        return ShapeOf(made);
    }

    /// <summary>The tensor's elements; valid as long as <paramref name="value"/> is not disposed.</summary>
    internal static Span<T> Data<T>(OrtValueHandle value, int count)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(value.IsClosed, value);
        nint data;
        Check(((delegate* unmanaged<nint, nint*, nint>)At(OrtFunction.GetTensorMutableData))(value.DangerousGetHandle(), &data));
        return new Span<T>((void*)data, count);
    }

    private static (int ElementType, long[] Shape) ShapeOf(nint info)
    {
        int type;
        nuint rank;
        Check(((delegate* unmanaged<nint, int*, nint>)At(OrtFunction.GetTensorElementType))(info, &type));
        Check(((delegate* unmanaged<nint, nuint*, nint>)At(OrtFunction.GetDimensionsCount))(info, &rank));
        var shape = new long[(int)rank];
        fixed (long* dimensions = shape)
        {
            Check(((delegate* unmanaged<nint, long*, nuint, nint>)At(OrtFunction.GetDimensions))(info, dimensions, rank));
        }

        return (type, shape);
    }
}
