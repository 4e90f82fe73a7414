using Appliance.Cli.Calling.Listening;

namespace Appliance.Cli.Calling.Reports;

/// <summary>What a caller's turn measured on the wire. Pure.</summary>
/// <param name="Latency">Last voiced packet sent to first voiced packet received after it; null without an answer, or when the agent talked before the end.</param>
/// <param name="BargeInStop">First voiced packet sent to the last voiced packet of the agent's speech that was interrupted; null when it was silent.</param>
/// <param name="TalkedOver">Whether the agent began to talk while the caller still did: it took the turn for ended too early.</param>
public readonly record struct TurnFigures(TimeSpan? Latency, TimeSpan? BargeInStop, bool TalkedOver)
{
    /// <summary>Measures one turn.</summary>
    /// <param name="turn">When the caller's voice was sent.</param>
    /// <param name="next">When the caller spoke again; null for the last turn.</param>
    /// <param name="agent">When the agent's voice arrived, in order.</param>
    public static TurnFigures Of(VoiceSpan turn, TimeSpan? next, IReadOnlyList<VoiceSpan> agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var interrupted = agent.Where(s => s.From < turn.From && s.To > turn.From).Select(s => (VoiceSpan?)s).FirstOrDefault();
        var answer = agent.Where(s => s.From > turn.To && (next is null || s.From < next)).Select(s => (VoiceSpan?)s).FirstOrDefault();
        var talkedOver = agent.Any(s => s.From >= turn.From && s.From <= turn.To);
        var goesOn = interrupted?.To > turn.To;
        return new TurnFigures(talkedOver || goesOn ? null : answer?.From - turn.To, interrupted?.To - turn.From, talkedOver);
    }

    /// <summary>The turns of a recording: voice that is parted by silence of at least 700 ms.</summary>
    public static IReadOnlyList<VoiceSpan> TurnsOf(IReadOnlyList<VoiceSpan> voice)
    {
        var turns = new List<VoiceSpan>();
        foreach (var span in voice)
        {
            if (turns.Count > 0 && span.From - turns[^1].To < SpeechTracker.TurnGap)
            {
                turns[^1] = turns[^1] with { To = span.To };
            }
            else
            {
                turns.Add(span);
            }
        }

        return turns;
    }
}
