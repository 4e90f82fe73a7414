using System.Net;
using Appliance.EndToEnd.Tests.Serving;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>A request to stop lets calls in progress finish and takes no new ones.</summary>
public class GracefulStopTests
{
    [Fact]
    public async Task Serve_WhenAskedToStopDuringACall_RefusesNewCallsAndEndsAfterTheLast()
    {
        await using var appliance = new ServedAppliance(("calls", new { mediaTimeoutSeconds = 60 }));
        await appliance.StartAsync();
        var options = new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null };
        await using var phone = new SipUserAgent(options, TimeProvider.System, NullLoggerFactory.Instance);
        await phone.StartAsync(TestContext.Current.CancellationToken);
        var call = (await CallAsync(phone, appliance)).Call;
        Assert.NotNull(call);

        appliance.Process.Signal("TERM");
        InviteOutcome second;
        do
        {
            second = await CallAsync(phone, appliance);
            await (second.Call?.ByeAsync() ?? Task.CompletedTask);
        }
        while (second.IsEstablished);

        Assert.Equal(503, second.Status);
        Assert.False(appliance.Process.HasExited);
        Assert.False(call.Ended.IsCompleted);
        await call.ByeAsync();
        Assert.Equal(0, await appliance.Process.EndAsync(TimeSpan.FromSeconds(20)));
    }

    private static Task<InviteOutcome> CallAsync(SipUserAgent phone, ServedAppliance appliance)
    {
        var offer = SdpNegotiation.Offer(new LocalMedia { Address = IPAddress.Loopback, Port = 40_000 });
        return phone.InviteAsync(SipUri.Parse(appliance.Uri), new OutgoingInvite { Offer = offer });
    }
}
