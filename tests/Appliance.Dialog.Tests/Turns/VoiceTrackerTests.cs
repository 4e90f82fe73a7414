using Appliance.Dialog.Turns;

namespace Appliance.Dialog.Tests.Turns;

public sealed class VoiceTrackerTests
{
    private static readonly TurnOptions _options = new();

    [Fact]
    public void Next_WhenTwoWindowsAreOverOnset_SpeaksFromTheFirst()
    {
        var tracker = After(0.1f, 0.6f, 0.7f);
        Assert.True(tracker.IsSpeaking);
        Assert.Equal(VoiceTracker.WindowDuration, tracker.Onset);
    }

    [Fact]
    public void Next_WhenOneWindowClicks_StaysQuiet() => Assert.False(After(0.9f, 0.1f, 0.9f, 0.1f).IsSpeaking);

    [Fact]
    public void Next_WhenBetweenThresholds_KeepsSpeaking() => Assert.True(After(0.9f, 0.9f, 0.4f, 0.36f).IsSpeaking);

    [Fact]
    public void Next_WhenUnderRelease_EndsSpeech() => Assert.False(After(0.9f, 0.9f, 0.34f).IsSpeaking);

    private static VoiceTracker After(params float[] windows)
    {
        var tracker = VoiceTracker.Start;
        foreach (var probability in windows)
        {
            tracker = tracker.Next(tracker.At + VoiceTracker.WindowDuration, probability, _options);
        }

        return tracker;
    }
}
