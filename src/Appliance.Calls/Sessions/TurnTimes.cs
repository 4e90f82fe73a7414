using System.Collections.Immutable;
using Appliance.Calls.Records;
using Appliance.Dialog;
using Appliance.Dialog.Turns;

namespace Appliance.Calls.Sessions;

/// <summary>Puts together, turn by turn, where the time went between the caller's last word and the agent's first.</summary>
internal sealed class TurnTimes
{
    private readonly List<Open> _turns = [];
    private readonly Dictionary<SpeechId, TimeSpan> _synthesis = [];

    /// <summary>A turn is over and its reply decided. Deciding: the time that our own code took for it. Tool: the time of its tools.</summary>
    public void Turn(Turn turn, TimeSpan deciding, TimeSpan tool) => _turns.Add(new Open(turn, deciding, tool));

    /// <summary>The first sound of a speech was there so long after it was asked for.</summary>
    public void FirstSound(SpeechId speech, TimeSpan waited) => _synthesis[speech] = waited;

    /// <summary>The first voiced sample of a speech left.</summary>
    public void Started(SpeechId speech, TimeSpan at)
    {
        if (_turns.FindLast(turn => turn.Turn.Reply == speech) is { } open)
        {
            open.Started = at;
        }
    }

    /// <summary>All turns in order.</summary>
    public ImmutableList<TurnRecord> Records() => [.. _turns.Select(open => new TurnRecord(open.Turn, Latency(open)))];

    private TurnLatency? Latency(Open open)
    {
        var times = open.Turn.Timeline;
        if (open.Started is not { } started || open.Turn.Reply is not { } reply || open.Turn.End is TurnEnd.Silence or TurnEnd.Keys)
        {
            return null;
        }

        var endpointing = times.EndpointDecided - times.SpeechEnd;
        var synthesis = _synthesis.GetValueOrDefault(reply);
        var own = started - times.SpeechEnd - endpointing - open.Deciding - open.Tool - synthesis;
        return new TurnLatency(endpointing, times.RecognitionAnswered - times.RecognitionAsked, open.Deciding, open.Tool, synthesis, own);
    }

    private sealed class Open(Turn turn, TimeSpan deciding, TimeSpan tool)
    {
        public Turn Turn => turn;

        public TimeSpan Deciding => deciding;

        public TimeSpan Tool => tool;

        public TimeSpan? Started { get; set; }
    }
}
