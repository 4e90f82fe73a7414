using Appliance.Inference.Onnx;
using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class WhisperWindowTests
{
    private static readonly WhisperModelInfo Info =
        new(80, 448, 12, 768, 1500, [50257], 50256, 50362, null, null, new Dictionary<string, int>(StringComparer.Ordinal));

    [Theory]
    [InlineData(0, 512)]
    [InlineData(1, 512)]
    [InlineData(81_920, 512)]
    [InlineData(81_921, 1024)]
    [InlineData(479_999, 3000)]
    public void Frames_OfAFreeModel_AreTheNextStep(int samples, int frames) =>
        Assert.Equal(frames, WhisperWindow.Of(Mel(-1), Info, 81_920).Frames(samples));

    [Theory]
    [InlineData(1)]
    [InlineData(81_921)]
    [InlineData(480_000)]
    public void Frames_OfAModelFixedAt3000_AreAlways3000(int samples) =>
        Assert.Equal(3000, WhisperWindow.Of(Mel(3000), Info, 81_920).Frames(samples));

    [Fact]
    public void MaxSamples_OfAnyWhisper_AreThirtySeconds()
    {
        Assert.Equal(480_000, WhisperWindow.Of(Mel(-1), Info, 81_920).MaxSamples);
        Assert.Equal(480_000, WhisperWindow.Of(Mel(3000), Info, 81_920).MaxSamples);
    }

    private static OnnxPort Mel(long frames) => new("mel", OnnxElementType.Float, [-1, 80, frames]);
}
