namespace Appliance.Inference.Tts;

/// <summary>
/// Cuts the silence at both ends of a synthesised segment: leading silence costs the caller time, trailing silence
/// is set to the pause that is wanted.
/// </summary>
internal static class SpeechTrim
{
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Decay = TimeSpan.FromMilliseconds(30);

    /// <summary>Silence that stays before the first voiced sample.</summary>
    internal static int LeadSamples(int sampleRate) => (int)(Lead.TotalSeconds * sampleRate);

    /// <summary>The pause after a segment: none after the last, and none where a long sentence was cut between two words.</summary>
    internal static TimeSpan PauseAfter(string segment, bool isLast, SpeechOptions options) =>
        isLast || char.IsLetterOrDigit(segment[^1])
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Clamp(options.SentencePause.TotalSeconds, 0, 2));

    /// <summary>
    /// Copies the voiced span with 5 ms before and 30 ms after it, and appends <paramref name="pause"/> of silence.
    /// </summary>
    /// <returns>The samples, how many were cut off at the start, and where speech ends in the new samples.</returns>
    internal static (short[] Samples, int CutAtStart, int SpeechEnd) Trim(ReadOnlySpan<short> samples, int sampleRate, TimeSpan pause)
    {
        var (first, end) = SpeechLevel.VoicedSpan(samples);
        var from = Math.Max(0, first - LeadSamples(sampleRate));
        var to = Math.Min(samples.Length, end + (int)(Decay.TotalSeconds * sampleRate));
        var trimmed = new short[to - from + (int)(pause.TotalSeconds * sampleRate)];
        samples[from..to].CopyTo(trimmed);
        return (trimmed, from, to - from);
    }
}
