namespace Appliance.Media.Jitter;

/// <summary>
/// Makes up speech for what was lost, at 8 kHz, in the manner of G.711 Appendix I: the last pitch period is repeated,
/// two and three of them after 10 and 20 ms, fading by 20% per 10 ms to silence at 60 ms; what comes after the gap is
/// blended in. Unlike the Appendix it adds no delay of its own: the joint is bent instead of overlapped.
/// </summary>
internal sealed class LossConcealer
{
    private const int UnitSamples = 80;
    private const int FadeSamples = 400;
    private const int JointSamples = 16;
    private const int MaxPeriods = 3;
    private const int HistorySamples = (PitchSearch.Longest * (MaxPeriods + 1)) + 30;

    private readonly float[] _history = new float[HistorySamples];
    private readonly float[] _heard = new float[HistorySamples];
    private readonly float[] _loop = new float[PitchSearch.Longest * MaxPeriods];
    private int _pitch;
    private int _periods;
    private int _position;
    private int _erased;
    private float _step;

    /// <summary>Whether the gap has lasted so long that only silence is left.</summary>
    public bool IsSilent => _erased >= UnitSamples + FadeSamples;

    /// <summary>Takes what was received; its beginning is changed when it follows a gap.</summary>
    public void Accept(Span<short> samples)
    {
        if (_erased > 0)
        {
            var blend = Math.Min(samples.Length, Math.Min(UnitSamples, (_pitch / 4) + (32 * (_erased / UnitSamples))));
            for (var i = 0; i < blend; i++)
            {
                var weight = (i + 1f) / (blend + 1);
                samples[i] = ToSample((Next() * (1 - weight)) + (samples[i] * weight));
            }

            _erased = 0;
        }

        Remember(samples);
    }

    /// <summary>Makes up the next samples of a gap.</summary>
    public void Conceal(Span<short> samples)
    {
        if (_erased == 0)
        {
            _pitch = PitchSearch.Find(_history.AsSpan(HistorySamples - PitchSearch.Needed));
            _history.CopyTo(_heard, 0);
            _position = 0;
            _periods = 1;
            FillLoop();
            _step = _history[^1] - _loop[_pitch - 1];
        }

        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = ToSample(Next());
        }

        Remember(samples);
    }

    /// <summary>Forgets all that was heard.</summary>
    public void Reset()
    {
        Array.Clear(_history);
        _erased = 0;
    }

    private static short ToSample(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);

    private float Next()
    {
        if (IsSilent)
        {
            return 0;
        }

        var wanted = Math.Min(MaxPeriods, (_erased / UnitSamples) + 1);
        if (wanted != _periods)
        {
            // Goes on at the same place of the latest period; the older ones follow with the next turn.
            _position += (wanted - _periods) * _pitch;
            _periods = wanted;
            FillLoop();
        }

        var value = _loop[_position];
        _position = (_position + 1) % (_pitch * _periods);
        if (_erased < JointSamples)
        {
            value += _step * (1 - ((_erased + 1f) / JointSamples));
        }

        var fading = _erased - UnitSamples;
        _erased++;
        return fading <= 0 ? value : value * (1 - ((float)fading / FadeSamples));
    }

    /// <summary>The last periods before the gap, the last quarter bent so that the end runs into the start.</summary>
    private void FillLoop()
    {
        var length = _pitch * _periods;
        var start = HistorySamples - length;
        _heard.AsSpan(start, length).CopyTo(_loop);
        var quarter = _pitch / 4;
        for (var i = 0; i < quarter; i++)
        {
            var weight = (i + 1f) / quarter;
            var at = length - quarter + i;
            _loop[at] = (_loop[at] * (1 - weight)) + (_heard[start - quarter + i] * weight);
        }
    }

    private void Remember(ReadOnlySpan<short> samples)
    {
        if (samples.Length < HistorySamples)
        {
            _history.AsSpan(samples.Length).CopyTo(_history);
        }
        else
        {
            samples = samples[^HistorySamples..];
        }

        var tail = _history.AsSpan(HistorySamples - samples.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            tail[i] = samples[i];
        }
    }
}
