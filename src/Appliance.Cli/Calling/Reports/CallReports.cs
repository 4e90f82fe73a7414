using System.Text.Json;
using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Figures;

namespace Appliance.Cli.Calling.Reports;

/// <summary>Makes the report of a call and writes it as JSON.</summary>
public static class CallReports
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Puts together what was measured and what was said.</summary>
    public static CallReport Of(CallRequest request, CallMeasures measures, CallLog log)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(log);
        var turns = TurnsOf(request, measures, log);
        return new CallReport
        {
            Name = request.Script.Name,
            Target = request.Target.ToString(),
            CallId = log.CallId,
            Ending = measures.Result.Ending.ToString(),
            Reason = measures.Result.Reason,
            Normal = measures.Result.IsNormal,
            SetUpMs = Rounded(measures.SetUp),
            TalkedMs = Rounded(measures.Talked),
            Turns = turns,
            Latency = Spread.Of(turns.Select(t => t.LatencyMs)),
            BargeInStop = Spread.Of(turns.Where(t => t.Interrupted).Select(t => t.BargeInStopMs)),
            TalkedOver = turns.Count(t => t.TalkedOver),
            Transcript = [.. log.Transcript.OrderBy(e => e.AtMs).Select(e => e with { AtMs = Math.Round(e.AtMs, 1) })],
            Media = measures.Media is { } media
                ? new ReportedMedia(media.Outbound.Packets, media.Inbound.Packets, media.Inbound.Lost, Rounded(media.Inbound.Jitter))
                : null,
            Recording = request.RecordTo,
            Expect = request.Script.Expect,
        };
    }

    /// <summary>Writes a report into a file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(CallReport report, string path) => File.WriteAllText(path, JsonSerializer.Serialize(report, Json) + "\n");

    private static List<ReportedTurn> TurnsOf(CallRequest request, CallMeasures measures, CallLog log)
    {
        IReadOnlyList<LoggedTurn> said = request.Recorded is null
            ? log.Turns
            : [.. TurnFigures.TurnsOf(measures.CallerVoice).Select(v => new LoggedTurn("(recording)", Interrupts: false, v, []))];
        var turns = new List<ReportedTurn>();
        for (var i = 0; i < said.Count; i++)
        {
            var next = i + 1 < said.Count ? said[i + 1].Sent?.From : null;
            turns.Add(TurnOf(said[i], next, measures));
        }

        return turns;
    }

    private static ReportedTurn TurnOf(LoggedTurn turn, TimeSpan? next, CallMeasures measures)
    {
        var heard = string.Join(' ', turn.Heard);
        if (turn.Sent is not { } sent)
        {
            return new ReportedTurn(turn.Said, null, heard, null, turn.Interrupts, null, TalkedOver: false);
        }

        var figures = TurnFigures.Of(sent, next, measures.AgentVoice);
        return new ReportedTurn(
            turn.Said, Rounded(sent.From - measures.Answered), heard, Rounded(figures.Latency), turn.Interrupts, Rounded(figures.BargeInStop), figures.TalkedOver);
    }

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static double? Rounded(TimeSpan? time) => time is { } value ? Rounded(value) : null;
}
