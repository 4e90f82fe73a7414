using System.Net;
using Appliance.Cli.Figures;
using Appliance.Media;
using Appliance.Media.Codecs;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Packets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Bench;

/// <summary>Sends RTP for many calls on one beat over loopback and measures, where it arrives, how even it is.</summary>
internal static class PacerBench
{
    /// <summary>Runs so many calls for so long.</summary>
    public static async Task<PacerFigures> RunAsync(int calls, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var lines = Enumerable.Range(0, calls).Select(_ => new Line((int)(duration.TotalSeconds * 51))).ToArray();
        try
        {
            Array.ForEach(lines, pacer.Add);
            await Task.Delay(duration, TimeProvider.System, cancellationToken);
            Array.ForEach(lines, pacer.Remove);

            // The first second warms up code and sockets.
            var intervals = lines.SelectMany(line => line.Intervals(skip: 50)).ToArray();
            var off = intervals.Select(interval => Math.Abs(interval - AudioFormat.FrameMilliseconds)).ToArray();
            return new PacerFigures(
                calls, intervals.Length, Percentiles.Of(off, 0.5) ?? 0, Percentiles.Of(off, 0.99) ?? 0, Percentiles.Of(off, 1) ?? 0,
                ((intervals.Average() / AudioFormat.FrameMilliseconds) - 1) * 1e6, pacer.Statistics);
        }
        finally
        {
            foreach (var line in lines)
            {
                await line.DisposeAsync();
            }
        }
    }

    private sealed class Line : IPacedStream, IRtpTap, IAsyncDisposable
    {
        private readonly RtpSession _near;
        private readonly RtpSession _far;
        private readonly short[] _frame = new short[AudioFormat.FrameSamples];
        private readonly double[] _arrivals;
        private int _count;

        public Line(int packets)
        {
            _arrivals = new double[packets];
            var options = new RtpSessionOptions { LocalAddress = IPAddress.Loopback };
            _near = RtpSession.Open(options, TimeProvider.System, NullLogger.Instance);
            _far = RtpSession.Open(options with { Tap = this }, TimeProvider.System, NullLogger.Instance);
            _near.Start(Towards(_far));
            _far.Start(Towards(_near));
        }

        public void OnTick(long tick) => _near.SendFrame(_frame, tick);

        public void OnFault(Exception exception) => throw new InvalidOperationException("A line of the benchmark failed.", exception);

        public void OnPacket(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival)
        {
            if (_count < _arrivals.Length)
            {
                _arrivals[_count++] = arrival.TotalMilliseconds;
            }
        }

        public IEnumerable<double> Intervals(int skip)
        {
            for (var i = skip + 1; i < _count; i++)
            {
                yield return _arrivals[i] - _arrivals[i - 1];
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _near.DisposeAsync();
            await _far.DisposeAsync();
        }

        private static RtpMediaFormat Towards(RtpSession other) => new() { Codec = RtpCodec.Pcmu, PayloadType = 0, Remote = other.LocalRtp };
    }
}

/// <summary>How even the packets came.</summary>
/// <param name="Calls">Lines at once.</param>
/// <param name="Intervals">Intervals measured.</param>
/// <param name="P50">Median departure of an interval from 20 ms, in ms.</param>
/// <param name="P99">99th percentile of it, in ms.</param>
/// <param name="Max">Greatest, in ms.</param>
/// <param name="Drift">Departure of the mean interval from 20 ms, in millionths.</param>
/// <param name="Pacer">The pacer's own count.</param>
internal sealed record PacerFigures(int Calls, int Intervals, double P50, double P99, double Max, double Drift, PacerStatistics Pacer);
