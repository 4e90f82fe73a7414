using System.Buffers;

namespace Appliance.Inference.Interop.Espeak;

/// <summary>What one synthesis gives: mono 16-bit samples and where each word starts in text and sound.</summary>
internal sealed class EspeakAudio
{
    private readonly ArrayBufferWriter<short> _samples = new(1 << 15);

    /// <summary>Start of each word as (code points from the start of the text, samples from the start of the sound), in spoken order.</summary>
    internal List<(int CodePoint, int Sample)> Words { get; } = [];

    internal ReadOnlySpan<short> Samples => _samples.WrittenSpan;

    internal void Append(ReadOnlySpan<short> samples) => _samples.Write(samples);
}
