using Appliance.Inference.Tts;
using Appliance.Media;
using Appliance.Media.Resampling;

namespace Appliance.Calls.Playout;

/// <summary>A piece of speech at the line's rate.</summary>
/// <param name="Samples">16 kHz mono.</param>
/// <param name="FirstVoiced">Index of the first sample that can be heard; the length if there is none.</param>
/// <param name="Source">As synthesised.</param>
internal sealed record PlayableChunk(short[] Samples, int FirstVoiced, SpeechChunk Source)
{
    // About -42 dBFS: below it a listener on a telephone hears nothing.
    private const int Audible = 260;

    // A little before the first audible sample, so that a soft consonant is not cut.
    private const int LeadIn = AudioFormat.SampleRate / 1000 * 8;

    /// <summary>Where playing may begin without the listener missing anything.</summary>
    public int Start => Math.Max(0, FirstVoiced - LeadIn);

    public static PlayableChunk From(SpeechChunk chunk)
    {
        var samples = chunk.SampleRate == AudioFormat.SampleRate
            ? chunk.Samples
            : PolyphaseResampler.Convert(chunk.Samples, chunk.SampleRate, AudioFormat.SampleRate);
        var voiced = samples.AsSpan().IndexOfAnyExceptInRange((short)-Audible, (short)Audible);
        return new PlayableChunk(samples, voiced < 0 ? samples.Length : voiced, chunk);
    }

    /// <summary>The words heard when playing stopped after so many samples of this chunk.</summary>
    public string TextHeard(int played) => played >= Samples.Length
        ? Source.Text
        : Source.TextHeard((int)((long)played * Source.SampleRate / AudioFormat.SampleRate));
}
