using System.Net;

namespace Appliance.Media.Rtp.Sources;

/// <summary>What to do with a packet because of where it comes from.</summary>
public enum SourceVerdict
{
    /// <summary>It comes from the agreed source.</summary>
    Accept,

    /// <summary>It does not, and is dropped.</summary>
    Reject,

    /// <summary>Its source has just become the agreed one; replies go there from now on.</summary>
    Latched,
}

/// <summary>
/// The source rule: media is taken only from the address and port of the SDP. One change is allowed: after so many
/// packets in sequence from one other source while the agreed one is silent. Pure; time is passed in.
/// </summary>
public sealed class SourceFilter
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMilliseconds(100);

    private readonly SourceKey _agreed;
    private readonly bool _addressMayChange;
    private readonly int _packetsNeeded;
    private SourceKey _candidate;
    private ushort _candidateNext;
    private int _candidateCount;
    private TimeSpan? _lastAccepted;

    /// <summary>Starts with the source of the SDP; <paramref name="packetsNeeded"/> as in the session's options.</summary>
    public SourceFilter(IPEndPoint agreed, AddressLatching latching, int packetsNeeded)
    {
        _agreed = SourceKey.From(agreed);
        Current = _agreed;
        _packetsNeeded = packetsNeeded;
        _addressMayChange = latching is AddressLatching.Always
            || (latching is AddressLatching.WhenUnroutable && !RoutableAddress.IsRoutable(agreed.Address));
    }

    /// <summary>The source that is listened to now.</summary>
    public SourceKey Current { get; private set; }

    /// <summary>Whether the one change has been made.</summary>
    public bool IsLatched => Current != _agreed;

    /// <summary>Judges a well-formed packet by its source.</summary>
    public SourceVerdict Judge(SourceKey source, ushort sequence, TimeSpan now)
    {
        if (source == Current)
        {
            _lastAccepted = now;
            _candidateCount = 0;
            return SourceVerdict.Accept;
        }

        if (IsLatched || !MayBecome(source))
        {
            return SourceVerdict.Reject;
        }

        _candidateCount = source == _candidate && sequence == _candidateNext ? _candidateCount + 1 : 1;
        _candidate = source;
        _candidateNext = (ushort)(sequence + 1);
        if (_candidateCount < _packetsNeeded || now - _lastAccepted < SilentAfter)
        {
            return SourceVerdict.Reject;
        }

        Current = source;
        _lastAccepted = now;
        return SourceVerdict.Latched;
    }

    /// <summary>RTCP may use any port of the address that is listened to.</summary>
    public bool AcceptsControlFrom(SourceKey source) => source.Address == Current.Address;

    private bool MayBecome(SourceKey source) => _addressMayChange || source.Address == _agreed.Address;
}
