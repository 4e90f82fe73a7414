using Appliance.Cli.Calling.Listening;

namespace Appliance.Cli.Tests.Calling.Listening;

public sealed class SpeechTrackerTests
{
    private const int Window = 512;

    [Fact]
    public void After_WhenVoiceComesAndGoes_TellsBeginningAndEnd()
    {
        // 3 windows of silence, 20 of voice with a pause of 10, then silence for good.
        var probabilities = Enumerable.Repeat(0.02f, 3).Concat(Enumerable.Repeat(0.9f, 10)).Concat(Enumerable.Repeat(0.1f, 10))
            .Concat(Enumerable.Repeat(0.9f, 10)).Concat(Enumerable.Repeat(0.02f, 30));
        var (changes, tracker) = Run(probabilities);
        Assert.Equal([(4, SpeechChange.Began), (54, SpeechChange.Ended)], changes.Take(2));
        Assert.Equal((3 * Window, 33 * Window), (tracker.Onset, tracker.Silence));
    }

    [Fact]
    public void After_WhenOneWindowIsVoiced_TakesItForNoise() =>
        Assert.Empty(Run([0.02f, 0.9f, 0.1f, 0.9f, 0.1f, 0.02f]).Changes);

    [Fact]
    public void After_WhenVoiceIsOnlyLikely_GoesOnButDoesNotBegin()
    {
        Assert.Empty(Run(Enumerable.Repeat(0.4f, 20)).Changes);
        Assert.Equal([(1, SpeechChange.Began)], Run([0.9f, 0.9f, .. Enumerable.Repeat(0.4f, 60)]).Changes);
    }

    /// <summary>Up to the first end.</summary>
    private static (List<(int Window, SpeechChange Change)> Changes, SpeechTracker Tracker) Run(IEnumerable<float> probabilities)
    {
        var changes = new List<(int, SpeechChange)>();
        SpeechTracker tracker = default;
        foreach (var (index, probability) in probabilities.Index())
        {
            (tracker, var change) = tracker.After(index * Window, Window, probability);
            if (change is not SpeechChange.None)
            {
                changes.Add((index, change));
            }

            if (change is SpeechChange.Ended)
            {
                break;
            }
        }

        return (changes, tracker);
    }
}
