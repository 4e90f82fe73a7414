using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Appliance.Host.Options;
using Appliance.Host.Running;
using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Tests.Running;

/// <summary>A device of the settings registers at the running appliance, over a plain socket.</summary>
public sealed class RegistrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("s3cret", 200)]
    [InlineData("guess", 401)]
    public async Task Register_WhenChallenged_IsTakenWithTheRightPasswordOnly(string password, int expected)
    {
        var file = _folder.Write("desk1.password", "s3cret\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var sip = _folder.Options.Sip with { Accounts = [new SipAccountOptions("desk1") { PasswordFile = file }] };
        await using var runtime = await ApplianceRuntime.StartAsync(
            _folder.Options with { Sip = sip }, TimeProvider.System, NullLoggerFactory.Instance, Cancellation);
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Connect(runtime.SipEndPoints[0]);

        var challenge = await AskAsync(socket, Register(socket, sequence: 1));
        Assert.Equal(401, challenge.Status);
        var register = Register(socket, sequence: 2);
        Assert.True(new DigestClient("desk1", password).TryAuthorize(challenge, register));
        Assert.Equal(expected, (await AskAsync(socket, register)).Status);
    }

    private static SipRequest Register(UdpClient socket, int sequence)
    {
        var local = (IPEndPoint)socket.Client.LocalEndPoint!;
        var text =
            $"REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {local};branch=z9hG4bK{sequence}\r\nMax-Forwards: 70\r\n" +
            $"From: <sip:desk1@127.0.0.1>;tag=a\r\nTo: <sip:desk1@127.0.0.1>\r\nCall-ID: reg@127.0.0.1\r\nCSeq: {sequence} REGISTER\r\n" +
            $"Contact: <sip:desk1@{local}>\r\nContent-Length: 0\r\n\r\n";
        Assert.True(SipParser.Parse(System.Text.Encoding.ASCII.GetBytes(text), SipLimits.Default, out var message).IsSuccess);
        return (SipRequest)message!;
    }

    private static async Task<SipResponse> AskAsync(UdpClient socket, SipRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        SipWriter.Write(request, bytes);
        await socket.SendAsync(bytes.WrittenMemory, Cancellation);
        var answer = await socket.ReceiveAsync(Cancellation);
        Assert.True(SipParser.Parse(answer.Buffer, SipLimits.Default, out var message).IsSuccess);
        return (SipResponse)message!;
    }
}
