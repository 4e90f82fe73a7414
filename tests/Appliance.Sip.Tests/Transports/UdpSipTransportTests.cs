using System.Net;
using System.Net.Sockets;
using System.Text;
using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Messages;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.Transports;

public sealed class UdpSipTransportTests : IAsyncDisposable
{
    private static readonly IPEndPoint s_loopback = new(IPAddress.Loopback, 0);

    private readonly UdpSipTransport _transport =
        UdpSipTransport.Bind(new SipTransportOptions { ListenOn = s_loopback, InboundQueue = 16 }, NullLogger.Instance);

    private readonly Inbox _inbox = new();
    private readonly UdpClient _peer = new(s_loopback);

    [Fact]
    public async Task Receive_WhenRequestAsksForRport_NotesSourceAndAnswersThere()
    {
        _transport.Start(Inbox.AnswerOk);

        // sent-by lies, as behind NAT.
        await SendAsync(TestMessages.OptionsText("nat", "UDP", new IPEndPoint(IPAddress.Parse("192.0.2.7"), 5099)));

        var response = await ReadResponseAsync();
        Assert.Equal(200, response.Status);
        Assert.Equal("127.0.0.1", response.TopVia.Received);
        Assert.Equal(((IPEndPoint)_peer.Client.LocalEndPoint!).Port, response.TopVia.ResponsePort);
    }

    [Fact]
    public async Task Receive_WhenCSeqIsMalformed_Answers400()
    {
        _transport.Start(_inbox.Handle);

        await SendAsync(TestMessages.OptionsText("bad", "UDP", (IPEndPoint)_peer.Client.LocalEndPoint!)
            .Replace("CSeq: 1 OPTIONS", "CSeq: one OPTIONS", StringComparison.Ordinal));

        var text = Encoding.ASCII.GetString(await ReadAsync());
        Assert.StartsWith("SIP/2.0 400 Bad Request (BadHeaderValue CSeq)", text, StringComparison.Ordinal);
        Assert.True(_inbox.IsEmpty);
        Assert.Equal(1, _transport.Counters.Malformed);
    }

    [Fact]
    public async Task Receive_WhenHandlerIsSlow_DropsBeyondTheQueueAndCounts()
    {
        var gate = new TaskCompletionSource();
        _transport.Start(async inbound =>
        {
            await gate.Task;
            await _inbox.Handle(inbound);
        });

        for (var i = 0; i < 40; i++)
        {
            await SendAsync(TestMessages.OptionsText("flood" + i, "UDP", s_loopback));
        }

        while (_transport.Counters.Received < 40)
        {
            await Task.Yield();
        }

        // One with the handler (or not yet taken), sixteen in the queue.
        Assert.InRange(_transport.Counters.InboundDropped, 23, 24);
        gate.SetResult();
        Assert.Equal("flood0", (await _inbox.NextAsync()).Message.CallId);
    }

    [Fact]
    public async Task Receive_WhenOnlyLineBreaksArrive_CountsAKeepAlive()
    {
        _transport.Start(_inbox.Handle);

        await SendAsync("\r\n\r\n");
        await SendAsync(TestMessages.OptionsText("after", "UDP", s_loopback));

        Assert.Equal("after", (await _inbox.NextAsync()).Message.CallId);
        Assert.Equal(1, _transport.Counters.KeepAlives);
        Assert.Equal(0, _transport.Counters.Malformed);
    }

    [Fact]
    public async Task Send_WhenLargerThanADatagram_IsTooLarge()
    {
        var request = TestMessages.Options("large", "UDP", s_loopback);
        request.Body = new byte[65_500];

        var result = await _transport.SendAsync(request, new SipPeer((IPEndPoint)_peer.Client.LocalEndPoint!), TestContext.Current.CancellationToken);

        Assert.Equal(SipSendResult.TooLarge, result);
    }

    [Fact]
    public async Task Send_WhenFamilyDoesNotFit_IsUnreachable()
    {
        var result = await _transport.SendAsync(
            TestMessages.Options("v6", "UDP", s_loopback), new SipPeer(new IPEndPoint(IPAddress.IPv6Loopback, 5060)), TestContext.Current.CancellationToken);

        Assert.Equal(SipSendResult.Unreachable, result);
    }

    [Fact]
    public void Bind_WhenThePortIsTaken_SaysWhatToDo()
    {
        var e = Assert.Throws<SipException>(() =>
            UdpSipTransport.Bind(new SipTransportOptions { ListenOn = _transport.LocalEndPoint }, NullLogger.Instance));

        Assert.Equal(SipErrorReason.PortInUse, e.Reason);
        Assert.Contains("set another SIP port", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_WhenTheAddressIsForeign_SaysSo()
    {
        var e = Assert.Throws<SipException>(() =>
            UdpSipTransport.Bind(new SipTransportOptions { ListenOn = new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0) }, NullLogger.Instance));

        Assert.Equal(SipErrorReason.AddressNotAvailable, e.Reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        _peer.Dispose();
    }

    private async Task SendAsync(string text) =>
        await _peer.SendAsync(Encoding.ASCII.GetBytes(text), _transport.LocalEndPoint, TestContext.Current.CancellationToken);

    private async Task<byte[]> ReadAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return (await _peer.ReceiveAsync(patience.Token)).Buffer;
    }

    private async Task<SipResponse> ReadResponseAsync() => SipText.Response(Encoding.ASCII.GetString(await ReadAsync()));
}
