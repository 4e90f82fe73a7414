namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>onnxruntime_c_api.h: what a loaded model says of itself.</summary>
internal static unsafe partial class OnnxRuntimeApi
{
    /// <summary>Name, element type and shape (−1 where free) of each input or output.</summary>
    internal static (string Name, int ElementType, long[] Shape)[] Ports(OrtSessionHandle session, bool inputs)
    {
        using var lease = new HandleLease(session);
        nuint count;
        var counter = inputs ? OrtFunction.SessionGetInputCount : OrtFunction.SessionGetOutputCount;
        Check(((delegate* unmanaged<nint, nuint*, nint>)At(counter))(lease.Pointer, &count));
        var ports = new (string, int, long[])[(int)count];
        for (nuint i = 0; i < count; i++)
        {
            var (type, shape) = PortType(lease.Pointer, i, inputs);
            ports[(int)i] = (PortName(lease.Pointer, i, inputs), type, shape);
        }

        return ports;
    }

    /// <summary>The model's <c>metadata_props</c>.</summary>
    internal static Dictionary<string, string> Metadata(OrtSessionHandle session)
    {
        using var lease = new HandleLease(session);
        using var metadata = new OrtModelMetadataHandle();
        nint made;
        Check(((delegate* unmanaged<nint, nint*, nint>)At(OrtFunction.SessionGetModelMetadata))(lease.Pointer, &made));
        metadata.Take(made);
        var allocator = Allocator();
        nint* keys;
        long count;
        Check(((delegate* unmanaged<nint, nint, nint**, long*, nint>)At(OrtFunction.ModelMetadataGetCustomMetadataMapKeys))(
            made, allocator, &keys, &count));
        var entries = new Dictionary<string, string>((int)count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            nint value;
            Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)At(OrtFunction.ModelMetadataLookupCustomMetadataMap))(
                made, allocator, keys[i], &value));
            entries[TakeText(allocator, keys[i])] = TakeText(allocator, value);
        }

        Free(allocator, (nint)keys);
        return entries;
    }

    private static string PortName(nint session, nuint index, bool inputs)
    {
        var allocator = Allocator();
        nint name;
        var function = inputs ? OrtFunction.SessionGetInputName : OrtFunction.SessionGetOutputName;
        Check(((delegate* unmanaged<nint, nuint, nint, nint*, nint>)At(function))(session, index, allocator, &name));
        return TakeText(allocator, name);
    }

    private static (int ElementType, long[] Shape) PortType(nint session, nuint index, bool inputs)
    {
        using var type = new OrtTypeInfoHandle();
        nint made;
        nint tensor;
        var function = inputs ? OrtFunction.SessionGetInputTypeInfo : OrtFunction.SessionGetOutputTypeInfo;
        Check(((delegate* unmanaged<nint, nuint, nint*, nint>)At(function))(session, index, &made));
        type.Take(made);
        Check(((delegate* unmanaged<nint, nint*, nint>)At(OrtFunction.CastTypeInfoToTensorInfo))(made, &tensor));

        // A sequence or a map has no tensor shape; no engine here takes one.
        return tensor == 0 ? (0, []) : ShapeOf(tensor);
    }

    private static nint Allocator()
    {
        nint allocator;
        Check(((delegate* unmanaged<nint*, nint>)At(OrtFunction.GetAllocatorWithDefaultOptions))(&allocator));
        return allocator;
    }

    private static string TakeText(nint allocator, nint utf8)
    {
        var text = Text(utf8);
        Free(allocator, utf8);
        return text;
    }

    private static void Free(nint allocator, nint pointer)
    {
        if (pointer != 0)
        {
            Check(((delegate* unmanaged<nint, nint, nint>)At(OrtFunction.AllocatorFree))(allocator, pointer));
        }
    }
}
