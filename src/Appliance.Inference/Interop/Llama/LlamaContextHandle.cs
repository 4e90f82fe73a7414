using Microsoft.Win32.SafeHandles;

namespace Appliance.Inference.Interop.Llama;

/// <summary>A context. It holds its model, so that the two are always freed in the right order.</summary>
internal sealed class LlamaContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    private LlamaModelHandle? _model;

    internal void Hold(LlamaModelHandle model)
    {
        var held = false;
        model.DangerousAddRef(ref held);
        _model = held ? model : null;
    }

    protected override bool ReleaseHandle()
    {
        LlamaApi.llama_free(handle);
        _model?.DangerousRelease();
        return true;
    }
}
