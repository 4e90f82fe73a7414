using Appliance.Calls.Records;
using Appliance.Clinic;
using Appliance.Dialog;
using Appliance.Host.Records;
using Appliance.Store.Calls;

namespace Appliance.Host.Tests.Records;

public sealed class StoredCallTests
{
    [Fact]
    public void Of_WhenLinesHaveOnlyAStart_EndsThemAtTheSpeechsEndTheNextLineOrTheCallsEnd()
    {
        var turns = StoredCall.Of(SampleCall.Record).Turns;
        Assert.Equal(
        [
            new CallTurn(TurnRole.Agent, TimeSpan.Zero, TimeSpan.FromSeconds(2), "How can I", "Interrupted"),
            new CallTurn(TurnRole.Caller, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), "An appointment please", "CompleteAnswer", 0.75f),
            new CallTurn(TurnRole.Agent, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(12), "Sure."),
        ],
        turns);
    }

    [Fact]
    public void Of_WhenATurnHasALatency_NamesEveryStage()
    {
        var latencies = StoredCall.Of(SampleCall.Record).Latencies;
        Assert.Equal(LatencyStage.All, latencies.Select(latency => latency.Stage));
        Assert.Equal([200, 40, 2, 7, 30, 5, 244], latencies.Select(latency => latency.Duration.TotalMilliseconds));
        Assert.All(latencies, latency => Assert.Equal(1, latency.Turn));
    }

    [Fact]
    public void Of_WhenTheAgentSaidNothing_HasNoLatency()
    {
        var call = SampleCall.Record with { Turns = [new TurnRecord(SampleCall.Turn, null)] };
        Assert.Empty(StoredCall.Of(call).Latencies);
    }

    [Fact]
    public void Of_WhenATurnWasJoinedToALaterOne_StillEndsAfterItStarts()
    {
        var late = SampleCall.Record with { Transcript = [new TranscriptLine(TimeSpan.FromSeconds(9), ByAgent: false, "hm"), new TranscriptLine(TimeSpan.FromSeconds(8), ByAgent: true, "Sure.")] };
        Assert.All(StoredCall.Of(late).Turns, turn => Assert.True(turn.To >= turn.From));
    }

    [Fact]
    public void OutcomeWords_WhenListed_AreIdentifiersAndAllDifferent()
    {
        var words = Enum.GetValues<CallOutcome>().Select(OutcomeWords.Of).ToArray();
        Assert.All(words, word => Assert.True(Identifier.IsValid(word), word));
        Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(("booked", "callback", "abandoned"), (OutcomeWords.Of(CallOutcome.Booked), OutcomeWords.Of(CallOutcome.CallbackLeft), OutcomeWords.Of(CallOutcome.Abandoned)));
    }
}
