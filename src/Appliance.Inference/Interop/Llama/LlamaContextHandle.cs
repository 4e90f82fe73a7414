using Microsoft.Win32.SafeHandles;

namespace Appliance.Inference.Interop.Llama;

/// <summary>A context; it is closed before its model.</summary>
internal sealed class LlamaContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_free(handle);
        return true;
    }
}
