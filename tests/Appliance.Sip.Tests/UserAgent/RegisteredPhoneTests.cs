using System.Net;
using System.Net.Sockets;
using System.Text;
using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Registrar;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>A phone that nobody can connect to registers over TCP and is called over that very connection.</summary>
public sealed class RegisteredPhoneTests : IAccountDirectory
{
    private readonly SipAccount _desk = new("desk", DigestAccount.FromPassword("desk", "clinic", "secret"));

    public SipAccount? FindByUser(string user) => user == "desk" ? _desk : null;

    public SipAccount? FindByDigestName(string name) => FindByUser(name);

    [Fact]
    public async Task Invite_WhenPhoneRegisteredOverTcp_TakesItsConnection()
    {
        var locations = new LocationService(TimeProvider.System);
        await using var box = new SipUserAgent(
            new SipUserAgentOptions { Udp = null, Tcp = new IPEndPoint(IPAddress.Loopback, 0), StopTimeout = TimeSpan.Zero },
            TimeProvider.System,
            NullLoggerFactory.Instance)
        {
            Registrar = new SipRegistrar(new RegistrarOptions("clinic"), this, locations, TimeProvider.System),
        };
        await box.StartAsync(TestContext.Current.CancellationToken);
        using var phone = new TcpClient();
        await phone.ConnectAsync(box.TcpEndPoint!, TestContext.Current.CancellationToken);

        var challenge = await ExchangeAsync(phone, Register(1));
        Assert.Equal(401, ((SipResponse)challenge).Status);
        var answer = Register(2);
        Assert.True(new DigestClient("desk", "secret").TryAuthorize((SipResponse)challenge, answer));
        Assert.Equal(200, ((SipResponse)await ExchangeAsync(phone, answer)).Status);

        // Nothing listens on port 9, so only the connection leads to the phone.
        var binding = Assert.Single(locations.Find("desk"));
        var calling = box.InviteAsync(
            binding.Contact,
            new OutgoingInvite { Offer = Descriptions.Offer(), Path = binding.Path },
            TestContext.Current.CancellationToken);
        var invite = (SipRequest)await ReadAsync(phone);
        Assert.Equal((SipMethod.Invite, "sip:desk@127.0.0.1:9"), (invite.Method, invite.Uri.ToString()));
        await WriteAsync(phone, SipResponse.For(invite, 486, toTag: "phone"));
        Assert.Equal(486, (await calling.Within()).Status);
    }

    private static SipRequest Register(uint sequence)
    {
        var register = new SipRequest(SipMethod.Register, SipUri.Parse("sip:127.0.0.1"));
        register.Headers.Add(SipHeaderNames.Via, $"SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bK{sequence}");
        register.From = NameAddress.Parse("<sip:desk@127.0.0.1>;tag=phone");
        register.To = NameAddress.Parse("<sip:desk@127.0.0.1>");
        register.CallId = "registration";
        register.CSeq = new CSeqHeader(sequence, SipMethod.Register);
        register.Contact = NameAddress.Parse("<sip:desk@127.0.0.1:9>");
        return register;
    }

    private static async Task<SipMessage> ExchangeAsync(TcpClient phone, SipMessage message)
    {
        await WriteAsync(phone, message);
        return await ReadAsync(phone);
    }

    private static async Task WriteAsync(TcpClient phone, SipMessage message) =>
        await phone.GetStream().WriteAsync(Encoding.UTF8.GetBytes(message.ToString()), TestContext.Current.CancellationToken);

    // Loopback gives each message whole, since the box writes it in one piece.
    private static async Task<SipMessage> ReadAsync(TcpClient phone)
    {
        var buffer = new byte[8_192];
        var count = await phone.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().Within();
        Assert.True(SipParser.Parse(buffer.AsSpan(0, count), SipLimits.Default, out var message).IsSuccess);
        return message!;
    }
}
