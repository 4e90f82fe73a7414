namespace Appliance.Media.Jitter;

/// <summary>
/// Adaptive jitter buffer for decoded audio at 8 kHz. Packets go in by extended RTP timestamp in any order and of any
/// length up to 200 ms; frames of 160 samples come out once per tick, always. The delay follows the jitter observed and
/// is changed in pauses, 10 ms at a time. Time is passed in, nothing is allocated, and it is not safe for several threads.
/// </summary>
public sealed class JitterBuffer
{
    /// <summary>Longest packet in samples: 200 ms.</summary>
    public const int MaxPacketSamples = 1600;

    private const int Frame = AudioFormat.LineFrameSamples;
    private const double PerMillisecond = 8;
    private const double Tolerance = 15;
    private const double TooMuch = 100;
    private const int LatesToResync = 5;
    private const int FramesBetweenChanges = 5;

    private readonly JitterBufferOptions _options;
    private readonly SampleRing _ring = new();
    private readonly LossConcealer _concealer = new();
    private readonly DelayEstimator _delays;
    private readonly QuietDetector _quiet = new();
    private readonly short[] _scratch = new short[Frame + TimeStretch.Unit];
    private readonly long _reach;
    private bool _playing;
    private bool _filling;
    private double _smoothedDelay;
    private long _play;
    private long _end;
    private int _starved;
    private int _lates;
    private int _sinceChange;
    private JitterCounters _count;

    /// <summary>Starts empty.</summary>
    public JitterBuffer(JitterBufferOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _delays = new DelayEstimator(options.Coverage);
        _reach = (long)((options.MaximumDelay + options.ForgetAfter).TotalMilliseconds * PerMillisecond) + MaxPacketSamples;
        _reach = Math.Min(_reach, SampleRing.Capacity);
    }

    /// <summary>What has been done so far.</summary>
    public JitterBufferStatistics Statistics =>
        _count.Report(TimeSpan.FromMilliseconds(_playing ? _smoothedDelay : 0), TimeSpan.FromMilliseconds(Target));

    private double Target => Math.Clamp(
        _delays.Spread is > 0 and var spread ? spread + (AudioFormat.FrameMilliseconds / 2.0) : 0,
        _options.MinimumDelay.TotalMilliseconds,
        _options.MaximumDelay.TotalMilliseconds);

    /// <summary>Puts in a packet's samples, at most <see cref="MaxPacketSamples"/>.</summary>
    public InsertResult Insert(long timestamp, ReadOnlySpan<short> samples, TimeSpan arrival)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, MaxPacketSamples, nameof(samples));
        var result = InsertResult.Stored;
        if (!_playing && !_filling)
        {
            Begin(timestamp);
        }
        else if (_filling && timestamp < _play && timestamp > _play - Frame * 5)
        {
            // The first packets came in the wrong order.
            _play = timestamp;
        }
        else if (IsOutOfReach(timestamp, samples.Length))
        {
            _count.Resyncs++;
            Resync();
            Begin(timestamp);
            result = InsertResult.Resynced;
        }

        _delays.Add(arrival.TotalMilliseconds, arrival.TotalMilliseconds - (timestamp / PerMillisecond));
        Resume(timestamp);
        var skip = (int)Math.Clamp(_play - timestamp, 0, samples.Length);
        if (skip == samples.Length)
        {
            _count.Late++;
            _lates++;
            return InsertResult.Late;
        }

        _lates = 0;
        _end = Math.Max(_end, timestamp + samples.Length);
        return _ring.Store(timestamp + skip, samples[skip..]) == 0 ? InsertResult.Duplicate : result;
    }

    /// <summary>Takes the frame of this tick: exactly 160 samples are written.</summary>
    public FrameOrigin Read(Span<short> frame, TimeSpan now)
    {
        frame = frame[..Frame];
        if (_filling && DelayAt(now) >= Target - (AudioFormat.FrameMilliseconds / 2.0))
        {
            _filling = false;
            _playing = true;
            _smoothedDelay = DelayAt(now);
        }

        if (!_playing)
        {
            frame.Clear();
            return FrameOrigin.Silence;
        }

        _smoothedDelay += (DelayAt(now) - _smoothedDelay) / 16;
        _sinceChange++;
        if (TryStretch(frame))
        {
            _count.Played += Frame;
            _concealer.Accept(frame);
            return FrameOrigin.Received;
        }

        return Fill(frame);
    }

    /// <summary>Forgets all audio: another source begins. What was learnt of the jitter stays.</summary>
    public void Resync()
    {
        _ring.ClearAll();
        _delays.Rebase();
        _playing = false;
        _filling = false;
        _starved = 0;
        _lates = 0;
    }

    private double DelayAt(TimeSpan now) => now.TotalMilliseconds - (_play / PerMillisecond) - _delays.Base;

    private bool IsOutOfReach(long timestamp, int length) =>
        timestamp + length - _play > _reach || _lates >= LatesToResync
        || timestamp < _play - SampleRing.Capacity;

    private void Begin(long timestamp)
    {
        _filling = true;
        _play = timestamp;
        _end = timestamp;
        _sinceChange = 0;
    }

    /// <summary>After running empty: what the sender left out meanwhile is not waited for once more.</summary>
    private void Resume(long timestamp)
    {
        if (_starved > 0 && timestamp >= _play)
        {
            _play += Math.Min(_starved, timestamp - _play);
            _end = Math.Max(_end, _play);
            _starved = 0;
        }
    }

    private bool TryStretch(Span<short> frame)
    {
        var excess = _smoothedDelay - Target;
        var needed = excess > 0 ? Frame + TimeStretch.Unit : Frame;
        if (_end - _play < needed || _ring.Run(_play, needed, out var present) < needed || !present)
        {
            return false;
        }

        var source = _scratch.AsSpan(0, needed);
        _ring.Peek(_play, source);
        var quiet = _quiet.IsQuiet(source);
        if (_sinceChange < FramesBetweenChanges || Math.Abs(excess) <= Tolerance || !(quiet || excess > TooMuch))
        {
            return false;
        }

        if (excess > 0)
        {
            TimeStretch.Shorten(source, frame);
            Change(needed, -TimeStretch.Unit);
            _count.Removed += TimeStretch.Unit;
        }
        else
        {
            TimeStretch.Lengthen(source, frame);
            Change(Frame - TimeStretch.Unit, TimeStretch.Unit);
            _count.Inserted += TimeStretch.Unit;
        }

        return true;
    }

    private void Change(int consumed, int gained)
    {
        _ring.Clear(_play, consumed);
        _play += consumed;
        _smoothedDelay += gained / PerMillisecond;
        _sinceChange = 0;
    }

    private FrameOrigin Fill(Span<short> frame)
    {
        var concealed = 0;
        while (!frame.IsEmpty && _play < _end)
        {
            var run = _ring.Run(_play, (int)Math.Min(frame.Length, _end - _play), out var present);
            if (present)
            {
                _ring.Peek(_play, frame[..run]);
                _ring.Clear(_play, run);
                _concealer.Accept(frame[..run]);
                _count.Played += run;
            }
            else
            {
                _concealer.Conceal(frame[..run]);
                concealed += run;
            }

            _play += run;
            frame = frame[run..];
        }

        concealed += frame.Length;
        Starve(frame);
        _count.Concealed += concealed;
        return concealed == 0 ? FrameOrigin.Received : _playing ? FrameOrigin.Concealed : FrameOrigin.Silence;
    }

    /// <summary>Nothing later is there, so this may be loss or mere lateness: the position waits.</summary>
    private void Starve(Span<short> rest)
    {
        if (rest.IsEmpty)
        {
            return;
        }

        if (_starved == 0)
        {
            _count.Starvations++;
        }

        _concealer.Conceal(rest);
        _starved += rest.Length;
        if (_starved >= _options.ForgetAfter.TotalMilliseconds * PerMillisecond)
        {
            Resync();
        }
    }
}
