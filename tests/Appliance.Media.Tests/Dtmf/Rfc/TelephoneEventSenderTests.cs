using Appliance.Media.Dtmf;

namespace Appliance.Media.Tests.Dtmf.Rfc;

/// <summary>RFC 4733 §2.5.1: what the sender of an event sends.</summary>
public sealed class TelephoneEventSenderTests
{
    [Fact]
    public void Next_WhenKeyOf60Milliseconds_SendsGrowingDurationAndThreeEnds()
    {
        var sender = new TelephoneEventSender();
        Assert.True(sender.Enqueue(7, 3));
        var ticks = Enumerable.Range(0, 12).Select(i => sender.Next(10, (uint)(5000 + (160 * i)))).ToList();
        var events = ticks.Where(t => t.Kind is DtmfTickKind.Event).ToList();
        Assert.Equal([160, 320, 480, 480, 480], events.Select(e => (int)e.Event.Duration));
        Assert.Equal([false, false, true, true, true], events.Select(e => e.Event.End));
        Assert.Equal([true, false, false, false, false], events.Select(e => e.Marker));
        Assert.All(events, e => Assert.Equal(5000u, e.Timestamp));
        Assert.Equal(3, ticks.Count(t => t.Kind is DtmfTickKind.Pause));
        Assert.Equal(DtmfTickKind.Audio, ticks[^1].Kind);
        Assert.False(sender.IsBusy);
    }

    [Fact]
    public void Next_WhenTwoKeysWait_SendsThemApartWithTheirOwnTimestamps()
    {
        var sender = new TelephoneEventSender();
        sender.Enqueue(1, 2);
        sender.Enqueue(1, 2);
        var starts = Enumerable.Range(0, 20).Select(i => sender.Next(10, (uint)(160 * i)))
            .Where(t => t.Kind is DtmfTickKind.Event).Select(t => t.Timestamp).Distinct().ToList();
        Assert.Equal([0u, 7 * 160u], starts);
    }

    [Fact]
    public void Enqueue_WhenFull_IsRefused()
    {
        var sender = new TelephoneEventSender();
        for (var i = 0; i < TelephoneEventSender.Capacity; i++)
        {
            Assert.True(sender.Enqueue(1, 2));
        }

        Assert.False(sender.Enqueue(1, 2));
        sender.Clear();
        Assert.False(sender.IsBusy);
    }
}
