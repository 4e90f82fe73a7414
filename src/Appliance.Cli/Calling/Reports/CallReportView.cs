using System.Text;
using Appliance.Cli.Figures;

namespace Appliance.Cli.Calling.Reports;

/// <summary>A report as a table for the terminal.</summary>
public static class CallReportView
{
    private const int SaidWidth = 58;

    /// <summary>All of it, lines ended.</summary>
    public static string Of(CallReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine();
        text.AppendLine($"{report.Name}: {report.Reason} Set up in {report.SetUpMs:F0} ms, talked {report.TalkedMs / 1000:F1} s.");
        if (report.Turns.Count > 0)
        {
            text.AppendLine($"  {"the caller's turns",-SaidWidth}  answer after  silent after barge-in");
        }

        foreach (var turn in report.Turns)
        {
            var over = turn.TalkedOver ? "  the agent began too early" : string.Empty;
            var stop = turn.Interrupted ? Milliseconds(turn.BargeInStopMs, 22) : string.Empty;
            text.AppendLine(($"  {Cut(turn.Said),-SaidWidth}  {Milliseconds(turn.LatencyMs, 12)}  {stop}" + over).TrimEnd());
        }

        Append(text, "turn latency on the wire", report.Latency);
        Append(text, "barge-in to silence", report.BargeInStop);
        if (report.Media is { } media)
        {
            text.AppendLine($"  RTP: {media.Sent} packets sent, {media.Received} received, {media.Lost} lost, jitter {media.JitterMs:F1} ms");
        }

        if (report.Recording is { } recording)
        {
            text.AppendLine($"  recording: {recording}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, Spread spread)
    {
        if (spread.Count > 0)
        {
            text.AppendLine($"  {name}: p50 {spread.P50:F0} ms, p95 {spread.P95:F0} ms, max {spread.Max:F0} ms ({spread.Count} measured)");
        }
    }

    private static string Milliseconds(double? value, int width) => (value is { } ms ? $"{ms:F0} ms" : "-").PadLeft(width);

    private static string Cut(string text) => text.Length <= SaidWidth ? text : text[..(SaidWidth - 1)] + "…";
}
