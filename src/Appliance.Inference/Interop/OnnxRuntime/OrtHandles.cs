using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>An object that ONNX Runtime made and must release.</summary>
internal abstract class OrtHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    internal void Take(nint pointer) => SetHandle(pointer);
}

/// <summary><c>OrtEnv</c>: logging and the default allocator; one per process.</summary>
internal sealed class OrtEnvHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseEnv, handle);
}

/// <summary><c>OrtSessionOptions</c>.</summary>
internal sealed class OrtSessionOptionsHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseSessionOptions, handle);
}

/// <summary><c>OrtSession</c>: a loaded model; may be run from several threads at once.</summary>
internal sealed class OrtSessionHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseSession, handle);
}

/// <summary><c>OrtValue</c>: a tensor in native memory.</summary>
internal sealed class OrtValueHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseValue, handle);
}

/// <summary><c>OrtTypeInfo</c>: type of a model's input or output.</summary>
internal sealed class OrtTypeInfoHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseTypeInfo, handle);
}

/// <summary><c>OrtTensorTypeAndShapeInfo</c> of a value.</summary>
internal sealed class OrtShapeInfoHandle : OrtHandle
{
    protected override bool ReleaseHandle() =>
        OnnxRuntimeApi.Release(OrtFunction.ReleaseTensorTypeAndShapeInfo, handle);
}

/// <summary><c>OrtModelMetadata</c>.</summary>
internal sealed class OrtModelMetadataHandle : OrtHandle
{
    protected override bool ReleaseHandle() => OnnxRuntimeApi.Release(OrtFunction.ReleaseModelMetadata, handle);
}
