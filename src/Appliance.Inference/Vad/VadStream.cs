using Appliance.Inference.Vad.Silero;
using Appliance.Media.Resampling;

namespace Appliance.Inference.Vad;

/// <summary>What the detector remembers of one caller: recurrent state and the last samples. About 6 KB.</summary>
public sealed class VadStream
{
    /// <summary>Samples of one window: 32 ms at 16 kHz.</summary>
    public const int WindowSamples = 512;

    /// <summary>Width of each of the two layers of recurrent state.</summary>
    internal const int StateWidth = 128;

    private const int SampleRate = 16_000;
    private readonly int _context;
    private readonly PolyphaseResampler? _resampler;
    private readonly short[] _wide;
    private readonly short[] _narrow;

    internal VadStream(int networkRate = SampleRate)
    {
        Input = new float[SileroNetwork.InputSamplesAt(networkRate)];
        _context = SileroNetwork.ContextSamplesAt(networkRate);
        _resampler = networkRate == SampleRate ? null : new PolyphaseResampler(SampleRate, networkRate);
        _wide = _resampler is null ? [] : new short[WindowSamples];
        _narrow = _resampler is null ? [] : new short[Input.Length - _context];
        Pending = new PendingWindow(this);
    }

    internal float[] Input { get; }

    internal float[] State { get; } = new float[2 * StateWidth];

    internal PendingWindow Pending { get; }

    /// <summary>Forgets everything, for a new utterance after a long gap. Not while a window is being detected.</summary>
    public void Reset()
    {
        Array.Clear(Input);
        Array.Clear(State);
        _resampler?.Reset();
    }

    /// <summary>The end of the last window becomes the context of this one.</summary>
    internal void Push(ReadOnlySpan<float> window)
    {
        Input.AsSpan(^_context..).CopyTo(Input);
        var fresh = Input.AsSpan(_context);
        if (_resampler is null)
        {
            window.CopyTo(fresh);
            return;
        }

        for (var i = 0; i < window.Length; i++)
        {
            _wide[i] = (short)Math.Clamp(window[i] * 32768f, short.MinValue, short.MaxValue);
        }

        _resampler.Process(_wide, _narrow);
        for (var i = 0; i < fresh.Length; i++)
        {
            fresh[i] = _narrow[i] / 32768f;
        }
    }
}
