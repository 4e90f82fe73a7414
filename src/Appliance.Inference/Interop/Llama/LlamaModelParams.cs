using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>llama_model_params of llama.h v0.5.0: 80 bytes. Pointers the engine leaves alone are plain addresses.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaModelParams
{
    internal nint Devices;
    internal nint TensorBufferOverrides;
    internal int GpuLayers;
    internal int SplitMode;
    internal int LoadMode;
    internal int LazyMode;
    internal int MainGpu;
    internal nint TensorSplit;
    internal nint ProgressCallback;
    internal nint ProgressCallbackUserData;
    internal nint KvOverrides;
    internal byte VocabOnly;
    internal byte CheckTensors;
    internal byte UseExtraBuffers;
    internal byte NoHost;
    internal byte NoAlloc;
    internal byte LoadMtp;
}
