using Appliance.Media.Rtp.Reception;

namespace Appliance.Media.Tests.Rtp.Reception;

public sealed class SourceSwitchTests
{
    private readonly SourceSwitch _switch = new(TimeSpan.FromMilliseconds(60));

    [Fact]
    public void Accept_WhenStrayPacket_IsNotFollowed()
    {
        Assert.True(Accept(1, 1, 0, out var changed));
        Assert.True(changed);
        Assert.False(Accept(2, 900, 10, out _));
        Assert.True(Accept(1, 2, 20, out changed));
        Assert.False(changed);
        Assert.False(Accept(2, 901, 30, out _));
        Assert.Equal(1u, _switch.Current);
    }

    [Fact]
    public void Accept_WhenNewSourceGoesOn_IsFollowedWithItsSecondPacket()
    {
        Accept(1, 1, 0, out _);
        Assert.False(Accept(2, 900, 20, out _));
        Assert.True(Accept(2, 901, 40, out var changed));
        Assert.True(changed);
        Assert.Equal(2u, _switch.Current);
    }

    [Fact]
    public void Accept_WhenOldSourceWasSilent_FollowsAtOnce()
    {
        Accept(1, 1, 0, out _);
        Assert.True(Accept(2, 900, 100, out var changed));
        Assert.True(changed);
    }

    private bool Accept(uint ssrc, ushort sequence, int ms, out bool changed) =>
        _switch.Accept(ssrc, sequence, TimeSpan.FromMilliseconds(ms), out changed);
}
