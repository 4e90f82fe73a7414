using System.Collections.Immutable;

namespace Appliance.Dialog.Turns;

/// <summary>Keeps the transcript true to what was heard.</summary>
internal static class Transcripts
{
    /// <summary>The agent was heard saying only this; nothing heard, no line.</summary>
    public static ImmutableList<TranscriptLine> Shorten(ImmutableList<TranscriptLine> lines, SpeechId speech, string heard)
    {
        var index = lines.FindLastIndex(l => l.Speech == speech);
        if (index < 0)
        {
            return lines;
        }

        var text = heard.Trim();
        return text.Length == 0 ? lines.RemoveAt(index) : lines.SetItem(index, lines[index] with { Text = text, Cut = true });
    }

    /// <summary>Takes a caller line back that will come again as part of a longer one; what the agent said since stays until it is known how much was heard.</summary>
    public static ImmutableList<TranscriptLine> Retract(ImmutableList<TranscriptLine> lines, int index) =>
        index < lines.Count && !lines[index].ByAgent ? lines.RemoveAt(index) : lines;
}
