using Microsoft.Win32.SafeHandles;

namespace Appliance.Inference.Interop.Llama;

/// <summary>A loaded model.</summary>
internal sealed class LlamaModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_model_free(handle);
        return true;
    }
}
