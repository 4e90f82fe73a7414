using System.Numerics.Tensors;

namespace Appliance.Media.Resampling;

/// <summary>
/// Streaming conversion between sample rates, 16-bit mono. After n inputs exactly ceil(n·to/from) outputs have been
/// given, so 20 ms in is 20 ms out and nothing drifts. Delay is 20 samples of the lower rate (2.5 ms at 8 kHz).
/// Not safe for use from several threads at once. Allocates nothing after construction.
/// </summary>
public sealed class PolyphaseResampler
{
    private const int BlockSamples = 512;

    private readonly FilterBank _bank;
    private readonly float[] _window;
    private int _phase;

    /// <summary>Converts from one rate to another, both in Hz, 1 kHz to 192 kHz.</summary>
    public PolyphaseResampler(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 192_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, 192_000);
        From = from;
        To = to;
        _bank = FilterBank.For(from, to);
        _window = new float[_bank.Taps - 1 + BlockSamples];
    }

    /// <summary>Input rate in Hz.</summary>
    public int From { get; }

    /// <summary>Output rate in Hz.</summary>
    public int To { get; }

    /// <summary>Time by which the output lags the input.</summary>
    public TimeSpan Delay => AudioFormat.DurationOf(_bank.Delay, From);

    /// <summary>Upper bound for what <see cref="Process"/> gives for so many inputs.</summary>
    public int MaxOutput(int inputs) => (int)(((long)inputs * _bank.Phases / _bank.Step) + 1);

    /// <summary>Converts a whole recording at once, with the delay taken out: ceil(n·to/from) samples.</summary>
    public static short[] Convert(ReadOnlySpan<short> samples, int from, int to)
    {
        if (from == to)
        {
            return samples.ToArray();
        }

        var resampler = new PolyphaseResampler(from, to);
        var length = (int)(((long)samples.Length * to + from - 1) / from);
        var all = new short[resampler.MaxOutput(samples.Length) + resampler.MaxOutput(resampler._bank.Delay)];
        var given = resampler.Process(samples, all);
        resampler.Flush(all.AsSpan(given));
        var skip = (int)Math.Round((double)resampler._bank.Delay * to / from);
        var result = new short[length];
        all.AsSpan(skip, Math.Min(length, all.Length - skip)).CopyTo(result);
        return result;
    }

    /// <summary>Takes all of <paramref name="input"/>; returns the number of samples written to <paramref name="output"/>.</summary>
    public int Process(ReadOnlySpan<short> input, Span<short> output)
    {
        var written = 0;
        while (!input.IsEmpty)
        {
            var block = input[..Math.Min(BlockSamples, input.Length)];
            written += ProcessBlock(block, output[written..]);
            input = input[block.Length..];
        }

        return written;
    }

    /// <summary>Gives the tail that is still inside the filter, then forgets everything, ready for a new stream.</summary>
    public int Flush(Span<short> output)
    {
        Span<short> zeros = stackalloc short[_bank.Delay];
        zeros.Clear();
        var written = Process(zeros, output);
        Reset();
        return written;
    }

    /// <summary>Forgets all input.</summary>
    public void Reset()
    {
        _phase = 0;
        Array.Clear(_window);
    }

    private int ProcessBlock(ReadOnlySpan<short> block, Span<short> output)
    {
        var history = _bank.Taps - 1;
        for (var i = 0; i < block.Length; i++)
        {
            _window[history + i] = block[i];
        }

        // _phase counts from the first sample of the block, in 1/Phases of an input sample.
        var written = 0;
        var end = block.Length * _bank.Phases;
        for (; _phase < end; _phase += _bank.Step)
        {
            var (newest, phase) = Math.DivRem(_phase, _bank.Phases);
            var sum = TensorPrimitives.Dot(_window.AsSpan(newest, _bank.Taps), _bank.Phase(phase));
            output[written++] = (short)Math.Clamp(MathF.Round(sum), short.MinValue, short.MaxValue);
        }

        _phase -= end;
        _window.AsSpan(block.Length, history).CopyTo(_window);
        return written;
    }
}
