using Appliance.Calls.Records;
using Appliance.Dialog;
using Appliance.Dialog.Turns;
using Appliance.Store.Calls;
using StoreRecord = Appliance.Store.Calls.CallRecord;

namespace Appliance.Host.Records;

/// <summary>A call as the session knows it → as the store keeps it; pure.</summary>
public static class StoredCall
{
    /// <summary>The record to be stored.</summary>
    public static StoreRecord Of(Calls.Records.CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new StoreRecord
        {
            Id = call.Identity.CallId,
            CallerNumber = call.Identity.CallerNumber,
            StartedAt = call.StartedAt,
            EndedAt = call.EndedAt,
            Outcome = OutcomeWords.Of(call.Outcome),
            AppointmentId = call.AppointmentId,
            CallbackId = call.CallbackId,
            Turns = [.. call.Transcript.Select((line, i) => Turn(call, line, i))],
            Latencies = [.. call.Turns.SelectMany(Latencies)],
        };
    }

    private static CallTurn Turn(Calls.Records.CallRecord call, TranscriptLine line, int index)
    {
        var next = index + 1 < call.Transcript.Count ? call.Transcript[index + 1].At : call.EndedAt - call.StartedAt;
        if (line.ByAgent)
        {
            return new CallTurn(TurnRole.Agent, line.At, Later(line.At, next), line.Text, line.Cut ? "Interrupted" : null);
        }

        var turn = call.Turns.Select(record => record.Turn).FirstOrDefault(turn => turn.Timeline.SpeechStart == line.At);
        return new CallTurn(
            TurnRole.Caller, line.At, Later(line.At, turn?.Timeline.SpeechEnd ?? next), line.Text, turn?.End.ToString(), turn?.Confidence);
    }

    private static TimeSpan Later(TimeSpan from, TimeSpan to) => to > from ? to : from;

    private static IEnumerable<StageLatency> Latencies(TurnRecord record)
    {
        if (record.Latency is not { } latency)
        {
            return [];
        }

        return
        [
            Stage(LatencyStage.Endpointing, latency.Endpointing),
            Stage(LatencyStage.Recognition, latency.Recognition),
            Stage(LatencyStage.Understanding, latency.Understanding),
            Stage(LatencyStage.Tool, latency.Tool),
            Stage(LatencyStage.Synthesis, latency.Synthesis),
            Stage(LatencyStage.Own, latency.Own),
            Stage(LatencyStage.Total, latency.Total),
        ];

        StageLatency Stage(string name, TimeSpan duration) => new(record.Turn.Number, name, duration);
    }
}
