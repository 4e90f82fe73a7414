namespace Appliance.Media.Jitter;

/// <summary>Takes 10 ms out of quiet audio at 8 kHz, or puts 10 ms in, with a cross-fade so that nothing clicks.</summary>
internal static class TimeStretch
{
    /// <summary>Samples gained or lost: 10 ms.</summary>
    public const int Unit = 80;

    /// <summary>240 samples become 160.</summary>
    public static void Shorten(ReadOnlySpan<short> source, Span<short> frame)
    {
        CrossFade(source[..Unit], source.Slice(Unit, Unit), frame[..Unit]);
        source.Slice(2 * Unit, Unit).CopyTo(frame[Unit..]);
    }

    /// <summary>The first 160 samples become 160 that stand for only the first 80.</summary>
    public static void Lengthen(ReadOnlySpan<short> source, Span<short> frame)
    {
        source[..Unit].CopyTo(frame);
        CrossFade(source.Slice(Unit, Unit), source[..Unit], frame[Unit..]);
    }

    private static void CrossFade(ReadOnlySpan<short> from, ReadOnlySpan<short> to, Span<short> output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = (short)(((from[i] * (Unit - i)) + (to[i] * i)) / Unit);
        }
    }
}
