using System.Net;
using System.Net.Sockets;
using System.Text;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Faults;

/// <summary>Nonsense on the SIP port is answered as RFC 3261 says, and the appliance lives on.</summary>
public class MalformedSipTests
{
    [Fact]
    public async Task Serve_WhenAnInviteLacksItsCSeq_Answers400AndLivesOn()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Connect(IPAddress.Loopback, appliance.Port);
        var port = ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
        var invite =
            $"INVITE {appliance.Uri} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK1\r\nFrom: <sip:a@127.0.0.1>;tag=1\r\n" +
            $"To: <{appliance.Uri}>\r\nCall-ID: malformed@127.0.0.1\r\nCSeq: not-a-number INVITE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";

        await socket.SendAsync(Encoding.ASCII.GetBytes(invite), TestContext.Current.CancellationToken);
        var answer = await socket.ReceiveAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("SIP/2.0 400 ", Encoding.UTF8.GetString(answer.Buffer), StringComparison.Ordinal);
        await appliance.ReadyAsync();
    }

    [Fact]
    public async Task Serve_WhenNoiseComes_LivesOn()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        using var socket = new UdpClient();
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var noise = new byte[random.Next(0, 1_200)];
            random.NextBytes(noise);
            await socket.SendAsync(noise, new IPEndPoint(IPAddress.Loopback, appliance.Port), TestContext.Current.CancellationToken);
        }

        await appliance.ReadyAsync();
        Assert.Equal(0, await appliance.StopAsync());
    }
}
