using Appliance.Inference.Packs;

namespace Appliance.Inference.Tests.Packs;

public sealed class ModelPackTests
{
    [Fact]
    public async Task LoadAndVerify_WhenThePackIsMini_FindsNothingWrong()
    {
        var reading = ModelPack.Load(Path.Combine(Repository.Root, "models", "mini"));

        Assert.Empty(reading.Problems);
        Assert.True(reading.IsSound);
        Assert.Equal("mini", reading.Pack!.Name);
        Assert.Equal(
            [PackStageKind.Vad, PackStageKind.Stt, PackStageKind.Tts], reading.Pack.Stages.Select(stage => stage.Kind));
        Assert.Equal("en-us", reading.Pack.Stage(PackStageKind.Tts)!.Parameter("voice"));
        Assert.EndsWith("/whisper/encoder.onnx", reading.Pack.Stage(PackStageKind.Stt)!.PathOf("encoder"), StringComparison.Ordinal);
        Assert.Empty(await PackVerification.VerifyAsync(reading.Pack, TestContext.Current.CancellationToken));
    }
}
