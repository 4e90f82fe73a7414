using Appliance.Inference.Packs;
using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class WhisperPackTests
{
    [Fact]
    public void Options_OfTheMiniPack_AreWhatItWasTrainedWith()
    {
        var folder = Repository.PathOf("models", "mini");
        var stage = ModelPack.Load(folder).Pack!.Stage(PackStageKind.Stt)!;

        Assert.Equal(81_920, WhisperPack.Options(stage, new WhisperOptions { PaddingSamples = 5_120 }).PaddingSamples);
        Assert.Equal(WhisperFiles.In(Path.Combine(folder, "whisper")), WhisperPack.Files(stage));
    }

    [Fact]
    public void Options_OfTheStandardPack_PadToTheThirtySecondsOfPublicWeights()
    {
        var stage = ModelPack.Load(Repository.PathOf("models", "standard")).Pack!.Stage(PackStageKind.Stt)!;
        var options = WhisperPack.Options(stage, new WhisperOptions());
        options.Validate();

        Assert.Equal(480_000, options.PaddingSamples);
    }
}
