using Appliance.Calls.Sessions;
using Appliance.Dialog;
using Appliance.Dialog.Turns;

namespace Appliance.Calls.Tests.Sessions;

public class TurnTimesTests
{
    [Fact]
    public void Records_WhenTheReplyWasHeard_SplitTheWholeTimeIntoStages()
    {
        var times = new TurnTimes();
        times.FirstSound(new SpeechId(4), Ms(12));
        times.Turn(Turn(4), deciding: Ms(1), tool: Ms(30));
        times.Started(new SpeechId(4), Ms(10_290));

        var latency = Assert.Single(times.Records()).Latency;

        Assert.NotNull(latency);
        Assert.Equal(Ms(224), latency.Endpointing);
        Assert.Equal(Ms(25), latency.Recognition);
        Assert.Equal(Ms(1), latency.Understanding);
        Assert.Equal(Ms(30), latency.Tool);
        Assert.Equal(Ms(12), latency.Synthesis);
        Assert.Equal(Ms(23), latency.Own);
        Assert.Equal(Ms(290), latency.Total);
    }

    [Fact]
    public void Records_WhenTheReplyWasNeverHeard_HaveNoLatency()
    {
        var times = new TurnTimes();
        times.Turn(Turn(4), Ms(1), TimeSpan.Zero);
        times.Started(new SpeechId(5), Ms(10_290));

        Assert.Null(Assert.Single(times.Records()).Latency);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static Turn Turn(int reply) => new()
    {
        Number = 1,
        CallerText = "Tuesday.",
        Confidence = 0.9f,
        End = TurnEnd.CompleteAnswer,
        Stage = "DayAndTime",
        Reply = new SpeechId(reply),
        Timeline = new TurnTimeline
        {
            SpeechStart = Ms(9_000),
            SpeechEnd = Ms(10_000),
            RecognitionAsked = Ms(10_096),
            RecognitionAnswered = Ms(10_121),
            EndpointDecided = Ms(10_224),
            ReplyDecided = Ms(10_255),
        },
    };
}
