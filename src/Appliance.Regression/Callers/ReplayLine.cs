using Appliance.Calls.Audio;
using Appliance.Calls.Sessions;
using Appliance.Media;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;

namespace Appliance.Regression.Callers;

/// <summary>A telephone line without packets: the caller's sound and keys one way, the agent's sound the other, both over G.711.</summary>
internal sealed class ReplayLine(double noiseLevel) : IAudioLine, ICallLine
{
    private const int VoicedSample = 600;
    private const int TicksPerKey = 10;

    // Even noise of amplitude 1 has a level of one over the root of three.
    private readonly double _noiseAmplitude = noiseLevel * Math.Sqrt(3);
    private readonly NoiseSource _noise = new(seed: 3);
    private readonly TelephoneBand _toAgent = new();
    private readonly TelephoneBand _toCaller = new();
    private readonly short[] _heard = new short[AudioFormat.FrameSamples];
    private readonly Queue<char> _keys = new();
    private readonly TaskCompletionSource _ended = new();
    private short[] _sound = [];
    private int _position;
    private int _untilKey;

    /// <summary>Whether the caller is uttering or keying something.</summary>
    public bool IsBusy => _position < _sound.Length || _keys.Count > 0;

    /// <summary>Whether the agent or the caller has hung up.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Frames in which the agent could be heard.</summary>
    public int VoicedFrames { get; private set; }

    /// <inheritdoc/>
    public Task RemoteEnded => _ended.Task;

    /// <inheritdoc/>
    public TimeSpan SilentFor => TimeSpan.Zero;

    /// <inheritdoc/>
    public RtpStatistics? Statistics => null;

    /// <summary>The caller utters this from the next frame on.</summary>
    public void Utter(short[] sound) => (_sound, _position) = (sound, 0);

    /// <summary>The caller presses keys, one every 200 ms.</summary>
    public void Press(string keys)
    {
        foreach (var key in keys)
        {
            _keys.Enqueue(key);
        }

        _untilKey = TicksPerKey;
    }

    /// <summary>The caller hangs up.</summary>
    public void End()
    {
        IsOver = true;
        _ended.TrySetResult();
    }

    /// <inheritdoc/>
    public void Read(Span<short> frame)
    {
        var left = _sound.AsSpan(_position);
        left = left[..Math.Min(left.Length, frame.Length)];
        left.CopyTo(frame);
        frame[left.Length..].Clear();
        _position += left.Length;
        for (var i = 0; _noiseAmplitude > 0 && i < frame.Length; i++)
        {
            frame[i] = (short)Math.Clamp(frame[i] + (_noise.Next() * _noiseAmplitude), short.MinValue, short.MaxValue);
        }

        _toAgent.Pass(frame);
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<short> frame, long tick)
    {
        frame.CopyTo(_heard);
        _toCaller.Pass(_heard);
        VoicedFrames += _heard.AsSpan().IndexOfAnyExceptInRange((short)-VoicedSample, (short)VoicedSample) >= 0 ? 1 : 0;
    }

    /// <inheritdoc/>
    public bool TryReadDigit(out DtmfDigit digit)
    {
        digit = default;
        if (_keys.Count == 0 || --_untilKey > 0)
        {
            return false;
        }

        _untilKey = TicksPerKey;
        digit = new DtmfDigit(_keys.Dequeue(), TimeSpan.FromMilliseconds(120), VolumeBelowFullScale: 10, EndHeard: true);
        return true;
    }

    /// <inheritdoc/>
    public Task HangUpAsync()
    {
        IsOver = true;
        return Task.CompletedTask;
    }
}
