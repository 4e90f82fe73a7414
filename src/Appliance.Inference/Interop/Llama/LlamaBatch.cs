using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>llama_batch of llama.h v0.5.0: 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaBatch
{
    internal int TokenCount;
    internal int* Token;
    internal float* Embedding;
    internal int* Position;
    internal int* SequenceCount;
    internal int** SequenceId;
    internal byte* Logits;
}
