using System.Net;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Transports;

public sealed class LocalAddressTests
{
    [Fact]
    public void Facing_WhenPeerIsThisMachine_IsLoopback()
    {
        Assert.Equal(IPAddress.Loopback, LocalAddress.Facing(IPAddress.Loopback));
    }

    [Fact]
    public void Facing_WhenThereIsNoRoute_IsNull()
    {
        Assert.Null(LocalAddress.Facing(IPAddress.Broadcast));
    }
}
