using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Tests.Interop.Llama;

/// <summary>Sizes and offsets as a C compiler gives them for llama.h of llama.cpp v0.5.0 on 64-bit Linux.</summary>
public sealed class LlamaLayoutTests
{
    [Fact]
    public void Structs_WhenMeasured_HaveTheSizesOfTheHeader()
    {
        Assert.Equal(80, Unsafe.SizeOf<LlamaModelParams>());
        Assert.Equal(160, Unsafe.SizeOf<LlamaContextParams>());
        Assert.Equal(56, Unsafe.SizeOf<LlamaBatch>());
        Assert.Equal(12, Unsafe.SizeOf<LlamaTokenData>());
        Assert.Equal(32, Unsafe.SizeOf<LlamaTokenDataArray>());
    }

    [Theory]
    [InlineData(nameof(LlamaModelParams.Devices), 0)]
    [InlineData(nameof(LlamaModelParams.TensorBufferOverrides), 8)]
    [InlineData(nameof(LlamaModelParams.GpuLayers), 16)]
    [InlineData(nameof(LlamaModelParams.SplitMode), 20)]
    [InlineData(nameof(LlamaModelParams.LoadMode), 24)]
    [InlineData(nameof(LlamaModelParams.LazyMode), 28)]
    [InlineData(nameof(LlamaModelParams.MainGpu), 32)]
    [InlineData(nameof(LlamaModelParams.TensorSplit), 40)]
    [InlineData(nameof(LlamaModelParams.ProgressCallback), 48)]
    [InlineData(nameof(LlamaModelParams.KvOverrides), 64)]
    [InlineData(nameof(LlamaModelParams.VocabOnly), 72)]
    [InlineData(nameof(LlamaModelParams.CheckTensors), 73)]
    [InlineData(nameof(LlamaModelParams.UseExtraBuffers), 74)]
    [InlineData(nameof(LlamaModelParams.LoadMtp), 77)]
    public void ModelParams_WhenLaidOut_HaveTheOffsetsOfTheHeader(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<LlamaModelParams>(field).ToInt32());

    [Theory]
    [InlineData(nameof(LlamaContextParams.ContextTokens), 0)]
    [InlineData(nameof(LlamaContextParams.Sequences), 12)]
    [InlineData(nameof(LlamaContextParams.OutputsPerSequence), 24)]
    [InlineData(nameof(LlamaContextParams.Threads), 28)]
    [InlineData(nameof(LlamaContextParams.BatchThreads), 32)]
    [InlineData(nameof(LlamaContextParams.ContextType), 36)]
    [InlineData(nameof(LlamaContextParams.FlashAttention), 52)]
    [InlineData(nameof(LlamaContextParams.RopeFrequencyBase), 56)]
    [InlineData(nameof(LlamaContextParams.YarnOriginalContext), 80)]
    [InlineData(nameof(LlamaContextParams.DefragThreshold), 84)]
    [InlineData(nameof(LlamaContextParams.EvalCallback), 88)]
    [InlineData(nameof(LlamaContextParams.TypeK), 104)]
    [InlineData(nameof(LlamaContextParams.AbortCallback), 112)]
    [InlineData(nameof(LlamaContextParams.Embeddings), 128)]
    [InlineData(nameof(LlamaContextParams.KvUnified), 133)]
    [InlineData(nameof(LlamaContextParams.Samplers), 136)]
    [InlineData(nameof(LlamaContextParams.SamplerCount), 144)]
    [InlineData(nameof(LlamaContextParams.OtherContext), 152)]
    public void ContextParams_WhenLaidOut_HaveTheOffsetsOfTheHeader(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<LlamaContextParams>(field).ToInt32());

    [Theory]
    [InlineData(nameof(LlamaBatch.TokenCount), 0)]
    [InlineData(nameof(LlamaBatch.Token), 8)]
    [InlineData(nameof(LlamaBatch.Embedding), 16)]
    [InlineData(nameof(LlamaBatch.Position), 24)]
    [InlineData(nameof(LlamaBatch.SequenceCount), 32)]
    [InlineData(nameof(LlamaBatch.SequenceId), 40)]
    [InlineData(nameof(LlamaBatch.Logits), 48)]
    public void Batch_WhenLaidOut_HasTheOffsetsOfTheHeader(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<LlamaBatch>(field).ToInt32());

    [Theory]
    [InlineData(nameof(LlamaTokenDataArray.Data), 0)]
    [InlineData(nameof(LlamaTokenDataArray.Size), 8)]
    [InlineData(nameof(LlamaTokenDataArray.Selected), 16)]
    [InlineData(nameof(LlamaTokenDataArray.Sorted), 24)]
    public void TokenDataArray_WhenLaidOut_HasTheOffsetsOfTheHeader(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<LlamaTokenDataArray>(field).ToInt32());
}
