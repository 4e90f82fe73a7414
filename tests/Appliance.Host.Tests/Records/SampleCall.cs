using Appliance.Calls.Records;
using Appliance.Dialog;
using Appliance.Dialog.Turns;

namespace Appliance.Host.Tests.Records;

/// <summary>A short call with one turn.</summary>
internal static class SampleCall
{
    public static CallIdentity Identity { get; } = new("call-sample", "5550104477");

    public static CallRecord Record { get; } = new()
    {
        Identity = Identity,
        StartedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 12, TimeSpan.Zero),
        Outcome = CallOutcome.Booked,
        Transcript =
        [
            new TranscriptLine(TimeSpan.Zero, ByAgent: true, "How can I", new SpeechId(1), Cut: true),
            new TranscriptLine(TimeSpan.FromSeconds(2), ByAgent: false, "An appointment please"),
            new TranscriptLine(TimeSpan.FromSeconds(5), ByAgent: true, "Sure.", new SpeechId(2)),
        ],
        Turns = [new TurnRecord(Turn, new TurnLatency(Ms(200), Ms(40), Ms(2), Ms(7), Ms(30), Ms(5)))],
        Counters = TurnCounters.Zero,
        AppointmentId = "apt-1",
    };

    public static Turn Turn => new()
    {
        Number = 1,
        CallerText = "An appointment please",
        Confidence = 0.75f,
        End = TurnEnd.CompleteAnswer,
        Stage = "Intent",
        Timeline = new TurnTimeline
        {
            SpeechStart = TimeSpan.FromSeconds(2),
            SpeechEnd = TimeSpan.FromSeconds(4),
            RecognitionAsked = TimeSpan.FromSeconds(4.1),
            RecognitionAnswered = TimeSpan.FromSeconds(4.15),
            EndpointDecided = TimeSpan.FromSeconds(4.2),
            ReplyDecided = TimeSpan.FromSeconds(4.2),
        },
    };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
