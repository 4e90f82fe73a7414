using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Reports;

namespace Appliance.Cli.Tests.Calling.Reports;

public sealed class TurnFiguresTests
{
    [Fact]
    public void Of_WhenTheAgentAnswers_IsTheTimeBetweenTheVoices() =>
        Assert.Equal(new TurnFigures(Ms(350), null, TalkedOver: false), TurnFigures.Of(Span(1000, 2000), null, [Span(100, 800), Span(2350, 3000), Span(3300, 4000)]));

    [Fact]
    public void Of_WhenTheCallerSpeaksAgainFirst_HasNoLatency() =>
        Assert.Null(TurnFigures.Of(Span(1000, 2000), Ms(5000), [Span(100, 800), Span(6000, 7000)]).Latency);

    [Fact]
    public void Of_WhenTheCallerInterrupts_TellsHowLongTheAgentWentOn() =>
        Assert.Equal(new TurnFigures(Ms(400), Ms(120), TalkedOver: false), TurnFigures.Of(Span(1000, 2000), null, [Span(100, 1120), Span(2400, 3000)]));

    [Fact]
    public void Of_WhenTheInterruptedAgentDoesNotStop_HasNoLatency() =>
        Assert.Equal(new TurnFigures(null, Ms(2500), TalkedOver: false), TurnFigures.Of(Span(1000, 2000), null, [Span(100, 3500), Span(4000, 5000)]));

    [Fact]
    public void Of_WhenTheAgentBeginsTooEarly_IsTalkedOver()
    {
        Assert.Equal(new TurnFigures(null, null, TalkedOver: true), TurnFigures.Of(Span(1000, 2000), null, [Span(1800, 2500)]));
        Assert.Equal(new TurnFigures(null, null, TalkedOver: true), TurnFigures.Of(Span(1000, 2000), null, [Span(1200, 1400), Span(2500, 3000)]));
    }

    [Fact]
    public void TurnsOf_WhenPausesAreShort_JoinsThem() =>
        Assert.Equal([Span(0, 1600), Span(2300, 2500)], TurnFigures.TurnsOf([Span(0, 500), Span(1100, 1600), Span(2300, 2500)]));

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static VoiceSpan Span(int from, int to) => new(Ms(from), Ms(to));
}
