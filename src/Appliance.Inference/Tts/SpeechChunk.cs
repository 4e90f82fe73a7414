namespace Appliance.Inference.Tts;

/// <summary>Speech of one sentence or clause.</summary>
/// <param name="Samples">Mono 16-bit PCM; never changed once handed out, so it may be shared.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Text">The very piece of the text that is spoken, with its punctuation; the chunks' texts joined give the whole text but for blanks between them.</param>
/// <param name="Words">In spoken order, without overlap.</param>
/// <param name="TimingsEstimated">True when the word times are apportioned rather than reported by the engine.</param>
public sealed record SpeechChunk(
    short[] Samples,
    int SampleRate,
    string Text,
    IReadOnlyList<WordTiming> Words,
    bool TimingsEstimated)
{
    /// <summary>Playing time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);

    /// <summary>The words of which a listener heard at least a half when playback stopped after <paramref name="playedSamples"/>, with their punctuation.</summary>
    public string TextHeard(int playedSamples)
    {
        var end = 0;
        foreach (var word in Words)
        {
            if (playedSamples < word.FirstSample + Math.Max(1, word.SampleCount / 2))
            {
                return Text[..end];
            }

            end = word.TextStart + word.TextLength;
        }

        return Text;
    }
}
