namespace Appliance.Media.Rtp.Reception;

/// <summary>Interarrival jitter in timestamp units, the integer form of RFC 3550 A.8.</summary>
public sealed class InterarrivalJitter
{
    private uint _transit;
    private uint _scaled;
    private bool _started;

    /// <summary>The estimate, in timestamp units, as it goes into a report block.</summary>
    public uint Value => _scaled >> 4;

    /// <summary>Takes a packet: when it came, in timestamp units of any origin, and its timestamp.</summary>
    public void Update(uint arrival, uint timestamp)
    {
        var transit = arrival - timestamp;
        if (_started)
        {
            var difference = Math.Abs((long)(int)(transit - _transit));
            _scaled = (uint)(_scaled + difference - ((_scaled + 8) >> 4));
        }

        _transit = transit;
        _started = true;
    }

    /// <summary>Begins anew with the next packet: after a restart, or across a pause in the talk.</summary>
    public void Rebase() => _started = false;
}
