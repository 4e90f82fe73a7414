using Appliance.Media;

namespace Appliance.Cli.Calling.Listening;

/// <summary>
/// Finds where the last sentence of a speech begins, by the pauses in it. The recogniser is surest of single sentences, and
/// the last one is the question. Pure.
/// </summary>
public static class LastSentence
{
    private const int Frame = AudioFormat.FrameSamples;

    // Voices rest 140 ms and more between sentences; a sentence has at least one short word.
    private const int FramesOfPause = 6;
    private const int FramesOfSentence = 20;

    /// <summary>Sample in the middle of the last pause that a sentence follows; 0 where the speech has no such pause.</summary>
    public static int Begin(ReadOnlySpan<float> speech)
    {
        var (begin, pause, last) = (0, 0, LastVoiced(speech));
        var voiceSeen = false;
        for (var i = 0; i <= last; i++)
        {
            if (!IsVoiced(speech, i))
            {
                pause++;
                continue;
            }

            if (voiceSeen && pause >= FramesOfPause && last - i + 1 >= FramesOfSentence)
            {
                begin = (i * Frame) - (pause * Frame / 2);
            }

            (pause, voiceSeen) = (0, true);
        }

        return begin;
    }

    private static int LastVoiced(ReadOnlySpan<float> speech)
    {
        var frame = (speech.Length / Frame) - 1;
        while (frame >= 0 && !IsVoiced(speech, frame))
        {
            frame--;
        }

        return frame;
    }

    private static bool IsVoiced(ReadOnlySpan<float> speech, int frame)
    {
        Span<short> samples = stackalloc short[Frame];
        for (var i = 0; i < Frame; i++)
        {
            samples[i] = (short)(speech[(frame * Frame) + i] * short.MaxValue);
        }

        return FrameLevel.IsVoiced(samples);
    }
}
