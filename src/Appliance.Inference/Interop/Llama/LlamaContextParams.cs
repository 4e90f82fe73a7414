using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>llama_context_params of llama.h v0.5.0: 160 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LlamaContextParams
{
    internal uint ContextTokens;
    internal uint BatchTokens;
    internal uint MicroBatchTokens;
    internal uint Sequences;
    internal uint RecurrentSnapshots;
    internal uint Outputs;
    internal uint OutputsPerSequence;
    internal int Threads;
    internal int BatchThreads;
    internal int ContextType;
    internal int RopeScalingType;
    internal int PoolingType;
    internal int AttentionType;
    internal int FlashAttention;
    internal float RopeFrequencyBase;
    internal float RopeFrequencyScale;
    internal float YarnExtFactor;
    internal float YarnAttnFactor;
    internal float YarnBetaFast;
    internal float YarnBetaSlow;
    internal uint YarnOriginalContext;
    internal float DefragThreshold;
    internal nint EvalCallback;
    internal nint EvalCallbackUserData;
    internal int TypeK;
    internal int TypeV;
    internal nint AbortCallback;
    internal nint AbortCallbackData;
    internal byte Embeddings;
    internal byte OffloadKqv;
    internal byte NoPerf;
    internal byte OpOffload;
    internal byte SwaFull;
    internal byte KvUnified;
    internal nint Samplers;
    internal nuint SamplerCount;
    internal nint OtherContext;
}
