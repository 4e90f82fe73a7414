using Appliance.Media.Rtp.Reception;

namespace Appliance.Media.Tests.Rtp.Reception;

public sealed class TimestampExtenderTests
{
    [Fact]
    public void Extend_WhenTimestampWraps_GoesOn()
    {
        var extender = new TimestampExtender();
        Assert.Equal(0xFFFFFF80L, extender.Extend(0xFFFFFF80));
        Assert.Equal(0x100000020L, extender.Extend(0x20));
        Assert.Equal(0xFFFFFF80L, extender.Extend(0xFFFFFF80));
        extender.Reset();
        Assert.Equal(5, extender.Extend(5));
    }
}
