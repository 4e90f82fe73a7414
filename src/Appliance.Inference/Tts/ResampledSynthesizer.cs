using System.Runtime.CompilerServices;
using Appliance.Media.Resampling;

namespace Appliance.Inference.Tts;

/// <summary>A voice at another sample rate: under a phrase cache each phrase is converted once, not at every playing.</summary>
public sealed class ResampledSynthesizer(ISpeechSynthesizer synthesizer, int sampleRate) : ISpeechSynthesizer
{
    /// <inheritdoc/>
    public int SampleRate => sampleRate;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(
        string text, SpeechOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in synthesizer.SpeakAsync(text, options, cancellationToken).ConfigureAwait(false))
        {
            yield return chunk.SampleRate == sampleRate ? chunk : Convert(chunk);
        }
    }

    private SpeechChunk Convert(SpeechChunk chunk) => chunk with
    {
        Samples = PolyphaseResampler.Convert(chunk.Samples, chunk.SampleRate, sampleRate),
        SampleRate = sampleRate,
        Words = [.. chunk.Words.Select(word => word with
        {
            FirstSample = Scale(word.FirstSample, chunk.SampleRate),
            SampleCount = Scale(word.SampleCount, chunk.SampleRate),
        })],
    };

    private int Scale(int samples, int from) => (int)((long)samples * sampleRate / from);
}
