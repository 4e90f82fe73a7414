using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Appliance.Media.Pacing;

/// <summary>
/// The one beat for all calls: a dedicated thread that runs every stream once per 20 ms at absolute deadlines.
/// A stream that throws is removed and told; the others do not notice. Nothing is allocated per tick.
/// <see cref="Add"/> and <see cref="Remove"/> may be called from any thread, also from a tick.
/// </summary>
public sealed class MediaPacer : IPacer, IDisposable
{
    // Waits have whole milliseconds; a rest up to this long is spun away, a longer one is waited for and comes out late.
    private static readonly TimeSpan LongestSpin = TimeSpan.FromMicroseconds(200);

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly LatenessHistogram _lateness = new();
    private readonly Thread _thread;
    private ImmutableArray<IPacedStream> _streams = [];
    private long _skipped;
    private long _faults;
    private long _longestWork;
    private int _disposed;

    /// <summary>Starts the thread. The clock must be a real one: the thread really waits.</summary>
    public MediaPacer(TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        _time = time;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "media pacer", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>Lateness and losses since the start.</summary>
    public PacerStatistics Statistics => new(
        _lateness.Total,
        Volatile.Read(ref _skipped),
        Volatile.Read(ref _faults),
        _lateness.Quantile(0.50),
        _lateness.Quantile(0.95),
        _lateness.Quantile(0.99),
        _lateness.Max,
        _time.GetElapsedTime(0, Volatile.Read(ref _longestWork)));

    /// <summary>Streams that get ticks now.</summary>
    public int StreamCount => _streams.Length;

    /// <inheritdoc/>
    public void Add(IPacedStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ImmutableInterlocked.Update(ref _streams, static (all, one) => all.Add(one), stream);
    }

    /// <inheritdoc/>
    public void Remove(IPacedStream stream) =>
        ImmutableInterlocked.Update(ref _streams, static (all, one) => all.Remove(one, ReferenceEqualityComparer.Instance), stream);

    /// <summary>Ends the thread; waits for the running tick unless called from it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _stop.Set();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
            _stop.Dispose();
        }
    }

    private void Run()
    {
        var period = _time.TimestampFrequency * AudioFormat.FrameMilliseconds / 1000;
        var schedule = PacerSchedule.Start(_time.GetTimestamp(), period);
        var wakeAt = schedule.Deadline;
        while (WaitUntil(wakeAt))
        {
            var began = _time.GetTimestamp();
            _lateness.Add(_time.GetElapsedTime(schedule.Deadline, began));
            Tick(schedule.NextTick);
            Volatile.Write(ref _longestWork, Math.Max(_longestWork, _time.GetTimestamp() - began));
            (schedule, var skipped) = schedule.After(began);
            wakeAt = schedule.WakeAt(began);
            if (skipped > 0)
            {
                Volatile.Write(ref _skipped, _skipped + skipped);
                PacerLog.TicksSkipped(_logger, skipped);
            }
        }
    }

    private void Tick(long tick)
    {
        foreach (var stream in _streams)
        {
            try
            {
                stream.OnTick(tick);
            }
            catch (Exception exception)
            {
                Expel(stream, tick, exception);
            }
        }
    }

    private void Expel(IPacedStream stream, long tick, Exception exception)
    {
        Remove(stream);
        Volatile.Write(ref _faults, _faults + 1);
        PacerLog.StreamFaulted(_logger, tick, exception);
        try
        {
            stream.OnFault(exception);
        }
        catch (Exception second)
        {
            PacerLog.FaultHandlerFaulted(_logger, second);
        }
    }

    /// <summary>False when the pacer is to stop.</summary>
    private bool WaitUntil(long timestamp)
    {
        while (true)
        {
            var left = _time.GetElapsedTime(_time.GetTimestamp(), timestamp);
            if (left <= LongestSpin)
            {
                while (_time.GetTimestamp() < timestamp)
                {
                    Thread.SpinWait(20);
                }

                return !_stop.WaitOne(0);
            }

            if (_stop.WaitOne(Math.Max(1, (int)left.TotalMilliseconds)))
            {
                return false;
            }
        }
    }
}
