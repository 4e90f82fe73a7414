using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Speaking;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;

namespace Appliance.Cli.Tests.Calling.Listening;

public sealed class LastSentenceTests
{
    [Fact]
    public async Task Begin_WhenThereAreTwoSentences_LiesBetweenThem()
    {
        var (both, first) = (await SayAsync("Okay. What is your date of birth?"), await SayAsync("Okay."));
        var begin = LastSentence.Begin(both);
        Assert.InRange(begin, first.Length - 3200, first.Length + 4800);
    }

    [Fact]
    public async Task Begin_WhenThereIsOneSentence_IsItsBeginning() =>
        Assert.Equal(0, LastSentence.Begin(await SayAsync("What is your date of birth?")));

    [Fact]
    public void Begin_OfSilence_IsItsBeginning() => Assert.Equal(0, LastSentence.Begin(new float[16_000]));

    private static async Task<float[]> SayAsync(string text)
    {
        var line = (await CallerVoice.RenderAsync(new EspeakSynthesizer(), [text], SpeechOptions.Default, TestContext.Current.CancellationToken))[0];
        return [.. Enumerable.Range(0, line.Frames).SelectMany(i => line.Frame(i).ToArray()).Select(s => s / 32768f)];
    }
}
