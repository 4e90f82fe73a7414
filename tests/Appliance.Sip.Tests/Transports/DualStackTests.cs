using System.Net;
using System.Net.Sockets;
using System.Text;
using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Messages;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.Transports;

public sealed class DualStackTests
{
    [Fact]
    public async Task Receive_WhenAnIpv4PeerReachesAnIpv6Wildcard_IsNamedAndAnsweredAsIpv4()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        await using var transport = UdpSipTransport.Bind(
            new SipTransportOptions { ListenOn = new IPEndPoint(IPAddress.IPv6Any, 0) }, NullLogger.Instance);
        transport.Start(Inbox.AnswerOk);
        using var peer = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));

        var request = TestMessages.OptionsText("dual", "UDP", new IPEndPoint(IPAddress.Loopback, 9));
        await peer.SendAsync(Encoding.ASCII.GetBytes(request), new IPEndPoint(IPAddress.Loopback, transport.LocalEndPoint.Port), patience.Token);
        var response = SipText.Response(Encoding.ASCII.GetString((await peer.ReceiveAsync(patience.Token)).Buffer));

        Assert.Equal(200, response.Status);
        Assert.Equal("127.0.0.1", response.TopVia.Received);
    }
}
