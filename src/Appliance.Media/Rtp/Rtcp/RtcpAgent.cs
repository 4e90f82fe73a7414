using Appliance.Media.Rtp.Reception;

namespace Appliance.Media.Rtp.Rtcp;

/// <summary>
/// What RTCP knows of the other side, and the reports made of it, without sockets (RFC 3550 §6). Datagrams come from
/// the receive loop, reports are composed by a timer; one lock guards all. Time is passed in as the span since
/// the start of the session.
/// </summary>
internal sealed class RtcpAgent(uint ssrc, string canonicalName, DateTimeOffset startedAt)
{
    /// <summary>Longest datagram composed.</summary>
    public const int MaxLength = 512;

    private const int IpAndUdpHeaders = 28;

    // 5% of 64 kbit/s, in bytes per second.
    private const double Bandwidth = 64_000 * 0.05 / 8;

    private readonly Lock _lock = new();
    private double _averageSize = 100;
    private bool _initial = true;
    private uint _lastReportSsrc;
    private uint _lastReport;
    private TimeSpan _lastReportAt;
    private TimeSpan? _roundTrip;
    private double? _fractionLost;
    private bool _goodbye;

    /// <summary>What reports of the other side have told.</summary>
    public (TimeSpan? RoundTrip, double? FractionLost, bool Goodbye) State
    {
        get
        {
            lock (_lock)
            {
                return (_roundTrip, _fractionLost, _goodbye);
            }
        }
    }

    /// <summary>Takes a datagram; false when it is not valid RTCP. <paramref name="remoteSsrc"/> is the RTP source.</summary>
    public bool Take(ReadOnlySpan<byte> datagram, uint? remoteSsrc, TimeSpan now)
    {
        if (!RtcpReader.TryOpen(datagram, out var reader))
        {
            return false;
        }

        lock (_lock)
        {
            NoteSizeNeedsLock(datagram.Length);
            while (reader.Read())
            {
                if (reader.TryReadSenderInfo(out var info) && reader.TryReadSsrc(out var sender))
                {
                    _lastReportSsrc = sender;
                    _lastReport = info.CompactNtp;
                    _lastReportAt = now;
                }

                for (var i = 0; reader.TryReadReport(i, out var report); i++)
                {
                    NoteReportNeedsLock(report, now);
                }

                _goodbye |= remoteSsrc is { } source && reader.IsGoodbyeOf(source);
            }

            return true;
        }
    }

    /// <summary>Composes a report and returns its length; an SR when something was sent, else an RR.</summary>
    public int Compose(
        Span<byte> buffer, in RtpOutboundStatistics sent, uint timestampNow, ReceptionReport? reception, bool goodbye, TimeSpan now)
    {
        lock (_lock)
        {
            var sender = new SenderInfo(NtpTime.From(startedAt + now), timestampNow, (uint)sent.Packets, (uint)sent.Octets);
            ReportBlock? block = reception is { } r ? BlockNeedsLock(r, now) : null;
            var writer = new RtcpWriter(buffer);
            writer.WriteReport(ssrc, sent.Packets > 0 ? sender : null, block);
            writer.WriteCanonicalName(ssrc, canonicalName);
            if (goodbye)
            {
                writer.WriteGoodbye(ssrc);
            }

            NoteSizeNeedsLock(writer.Length);
            return writer.Length;
        }
    }

    /// <summary>The wait before the next report (§6.3.1).</summary>
    public TimeSpan NextInterval(bool weSent, bool theySent, double random)
    {
        lock (_lock)
        {
            var senders = (weSent ? 1 : 0) + (theySent ? 1 : 0);
            var interval = RtcpInterval.Compute(2, senders, weSent, _averageSize, Bandwidth, _initial, random);
            _initial = false;
            return interval;
        }
    }

    private ReportBlock BlockNeedsLock(in ReceptionReport r, TimeSpan now)
    {
        var heard = _lastReport != 0 && _lastReportSsrc == r.Ssrc;
        return new ReportBlock(
            r.Ssrc,
            r.FractionLost,
            (int)Math.Clamp(r.Lost, -0x800000, 0x7FFFFF),
            r.ExtendedHighest,
            r.Jitter,
            heard ? _lastReport : 0,
            heard ? NtpTime.Compact(now - _lastReportAt) : 0);
    }

    private void NoteReportNeedsLock(in ReportBlock report, TimeSpan now)
    {
        if (report.Ssrc != ssrc)
        {
            return;
        }

        _fractionLost = report.FractionLost / 256.0;
        if (report.LastSenderReport == 0)
        {
            return;
        }

        var compactNow = (uint)(NtpTime.From(startedAt + now) >> 16);
        var units = (int)(compactNow - report.LastSenderReport - report.DelaySinceLastSenderReport);
        // Rounding on both sides can make it a hair less than nothing; more than that is a lie.
        if (units > -65)
        {
            _roundTrip = NtpTime.FromCompact((uint)Math.Max(0, units));
        }
    }

    private void NoteSizeNeedsLock(int length) => _averageSize += (length + IpAndUdpHeaders - _averageSize) / 16;
}
