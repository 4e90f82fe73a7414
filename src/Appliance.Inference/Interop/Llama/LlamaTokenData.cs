using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>llama_token_data of llama.h v0.5.0: 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaTokenData
{
    internal int Id;
    internal float Logit;
    internal float Probability;
}

/// <summary>llama_token_data_array of llama.h v0.5.0: 32 bytes. A sampler may change the pointer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaTokenDataArray
{
    internal LlamaTokenData* Data;
    internal nuint Size;
    internal long Selected;
    internal byte Sorted;
}
