using Appliance.Media.Dtmf;

namespace Appliance.Media.Tests.Dtmf.Rfc;

/// <summary>RFC 4733 §2.5.2: what the receiver makes of the packets of an event.</summary>
public sealed class TelephoneEventReceiverTests
{
    private readonly TelephoneEventReceiver _receiver = new(TimeSpan.FromMilliseconds(200));
    private readonly List<DtmfDigit> _digits = [];
    private int _ms;

    [Fact]
    public void Update_WhenEndComesThreeTimes_GivesOneKey()
    {
        Packet(5, 1000, 160);
        Packet(5, 1000, 320);
        Packet(5, 1000, 480, end: true);
        Packet(5, 1000, 480, end: true);
        Packet(5, 1000, 480, end: true);
        Assert.Equal([new DtmfDigit('5', TimeSpan.FromMilliseconds(60), 10, EndHeard: true)], _digits);
    }

    [Fact]
    public void Update_WhenOnlyTheLastEndArrives_StillGivesTheKey()
    {
        Packet(11, 1000, 800, end: true);
        Assert.Equal('#', Assert.Single(_digits).Digit);
    }

    [Fact]
    public void Poll_WhenEndIsLost_ClosesAfterTheTimeout()
    {
        Packet(1, 1000, 160);
        Packet(1, 1000, 320);
        Poll(180);
        Assert.Empty(_digits);
        Poll(200);
        Assert.Equal([new DtmfDigit('1', TimeSpan.FromMilliseconds(40), 10, EndHeard: false)], _digits);
        Packet(1, 1000, 480, end: true);
        Assert.Single(_digits);
    }

    [Fact]
    public void Update_WhenNextKeyBeginsBeforeTheEnd_GivesBoth()
    {
        Packet(1, 1000, 160);
        Packet(1, 2000, 160);
        Packet(1, 2000, 320, end: true);
        Assert.Equal(2, _digits.Count);
        Assert.False(_digits[0].EndHeard);
        Assert.True(_digits[1].EndHeard);
    }

    [Fact]
    public void Update_WhenPacketsAreReordered_KeepsTheLongestDuration()
    {
        Packet(2, 1000, 320);
        Packet(2, 1000, 160);
        Packet(2, 1000, 480, end: true);
        Packet(2, 1000, 320);
        Assert.Equal(TimeSpan.FromMilliseconds(60), Assert.Single(_digits).Duration);
    }

    [Fact]
    public void Update_WhenEventIsLongerThan16Bits_GoesOnInTheNextSegment()
    {
        Packet(3, 1000, 65535);
        Packet(3, 1000 + 65535, 160);
        Packet(3, 1000 + 65535, 465, end: true);
        Assert.Equal(TimeSpan.FromMilliseconds(66000 / 8), Assert.Single(_digits).Duration);
    }

    [Fact]
    public void Update_WhenEventIsNoKey_IsIgnored()
    {
        Packet(32, 1000, 160, end: true);
        Assert.Empty(_digits);
    }

    private void Packet(byte code, long timestamp, ushort duration, bool end = false)
    {
        _ms += 20;
        if (_receiver.Update(new TelephoneEvent(code, end, 10, duration), timestamp, TimeSpan.FromMilliseconds(_ms), out var digit))
        {
            _digits.Add(digit);
        }
    }

    private void Poll(int afterLast)
    {
        if (_receiver.Poll(TimeSpan.FromMilliseconds(_ms + afterLast), out var digit))
        {
            _digits.Add(digit);
        }
    }
}
