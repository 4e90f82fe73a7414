using Microsoft.Win32.SafeHandles;

namespace Appliance.Inference.Interop.Llama;

/// <summary>A sampler; it is closed before its model.</summary>
internal sealed class LlamaSamplerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_sampler_free(handle);
        return true;
    }
}
