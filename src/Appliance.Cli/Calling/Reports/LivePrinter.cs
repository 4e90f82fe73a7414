namespace Appliance.Cli.Calling.Reports;

/// <summary>Shows the transcript while the call goes on, a line at a time.</summary>
/// <param name="output">Where to.</param>
/// <param name="label">Stands before each line, to tell several calls apart; null for none.</param>
public sealed class LivePrinter(TextWriter output, string? label)
{
    /// <summary>Shows what was said.</summary>
    public void Show(TranscriptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var who = entry.Speaker is Speaker.Caller ? "caller" : "agent";
        var note = entry.Note is null ? string.Empty : $"  [{entry.Note}]";
        Show($"{entry.AtMs / 1000,6:F1} s  {who,-6}  {entry.Text}{note}");
    }

    /// <summary>Shows a line as it is.</summary>
    public void Show(string line)
    {
        // In one piece, since other calls may write to the same terminal.
        output.Write((label is null ? string.Empty : $"{label,-9} ") + line + Environment.NewLine);
        output.Flush();
    }
}
