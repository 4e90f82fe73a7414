namespace Appliance.Media.Rtp.Reception;

/// <summary>What a sequence number means for the stream (RFC 3550 A.1).</summary>
public enum SequenceVerdict
{
    /// <summary>Next in order, or a jump ahead within the limit.</summary>
    InOrder,

    /// <summary>Behind the highest one: reordered or a duplicate.</summary>
    Behind,

    /// <summary>A jump too great to believe; a second packet that follows it restarts the stream.</summary>
    Suspicious,

    /// <summary>The sender restarted: everything known of the stream was reset with this packet.</summary>
    Restarted,
}

/// <summary>
/// Extends 16-bit sequence numbers and counts what should have come (RFC 3550 A.1 and A.3). There is no probation: the
/// source has been agreed in SDP, and waiting would clip the first word.
/// </summary>
public sealed class SequenceTracker
{
    private const int MaxDropout = 3000;
    private const int MaxMisorder = 100;
    private const uint NoBadSequence = uint.MaxValue;

    private uint _badSequence = NoBadSequence;
    private uint _baseSequence;
    private uint _cycles;
    private ushort _max;
    private bool _started;
    private long _expectedPrior;
    private long _receivedPrior;

    /// <summary>Highest sequence number with the count of wrap-arounds in the upper 16 bits.</summary>
    public uint ExtendedHighest => _cycles + _max;

    /// <summary>Packets received, duplicates too.</summary>
    public long Received { get; private set; }

    /// <summary>Packets that should have come by now.</summary>
    public long Expected => _started ? (long)ExtendedHighest - _baseSequence + 1 : 0;

    /// <summary>Expected less received; duplicates can make it negative.</summary>
    public long Lost => Expected - Received;

    /// <summary>Takes the next packet's number.</summary>
    public SequenceVerdict Update(ushort sequence)
    {
        if (!_started)
        {
            Restart(sequence);
            return SequenceVerdict.InOrder;
        }

        var ahead = (ushort)(sequence - _max);
        if (ahead is > 0 and < MaxDropout)
        {
            if (sequence < _max)
            {
                _cycles += 1 << 16;
            }

            _max = sequence;
        }
        else if (ahead is >= MaxDropout and <= ushort.MaxValue + 1 - MaxMisorder)
        {
            if (sequence != _badSequence)
            {
                _badSequence = (ushort)(sequence + 1);
                return SequenceVerdict.Suspicious;
            }

            Restart(sequence);
            return SequenceVerdict.Restarted;
        }
        else
        {
            Received++;
            return SequenceVerdict.Behind;
        }

        Received++;
        return SequenceVerdict.InOrder;
    }

    /// <summary>Share of packets lost since the last call, in 1/256, for the next report (A.3).</summary>
    public byte TakeFractionLost()
    {
        var expected = Expected - _expectedPrior;
        var lost = expected - (Received - _receivedPrior);
        _expectedPrior = Expected;
        _receivedPrior = Received;
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, (lost << 8) / expected);
    }

    private void Restart(ushort sequence)
    {
        _started = true;
        _baseSequence = sequence;
        _max = sequence;
        _cycles = 0;
        _badSequence = NoBadSequence;
        Received = 1;
        _expectedPrior = 0;
        _receivedPrior = 0;
    }
}
