using System.Net;
using System.Net.Sockets;
using Appliance.Sip.Messages;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.Transports;

public sealed class TcpSipTransportTests : IAsyncDisposable
{
    private static readonly IPEndPoint s_loopback = new(IPAddress.Loopback, 0);

    private readonly ManualTimeProvider _clock = new();
    private readonly Inbox _inbox = new();
    private TcpSipTransport? _transport;

    [Fact]
    public async Task Receive_WhenSenderWritesByteByByte_DeliversTheMessageOnce()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        foreach (var b in TestMessages.OptionsBytes("slow", "TCP", peer.Local, "hello"))
        {
            await peer.SendAsync(new[] { b });
        }

        var inbound = await _inbox.NextAsync();
        Assert.Equal("slow", inbound.Message.CallId);
        Assert.Equal("hello"u8, inbound.Message.Body.Span);
        Assert.Equal(peer.Local, inbound.Peer.EndPoint);
        Assert.True(_inbox.IsEmpty);
    }

    [Fact]
    public async Task Receive_WhenTwoMessagesAndAHalfShareASegment_DeliversBothThenTheThird()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);
        var third = TestMessages.OptionsText("three", "TCP", peer.Local);

        await peer.SendAsync(
            TestMessages.OptionsText("one", "TCP", peer.Local, "body") + TestMessages.OptionsText("two", "TCP", peer.Local) + third[..50]);
        Assert.Equal("one", (await _inbox.NextAsync()).Message.CallId);
        Assert.Equal("two", (await _inbox.NextAsync()).Message.CallId);
        await peer.SendAsync(third[50..]);

        Assert.Equal("three", (await _inbox.NextAsync()).Message.CallId);
    }

    [Fact]
    public async Task Receive_WhenContentLengthIsOversize_Answers413AndCloses()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        await peer.SendAsync(TestMessages.OptionsText("huge", "TCP", peer.Local).Replace("Content-Length: 0", "Content-Length: 2147483647", StringComparison.Ordinal));

        Assert.Equal(413, (await peer.ReadResponseAsync()).Status);
        Assert.True(await peer.IsClosedAsync());
        Assert.True(_inbox.IsEmpty);
        Assert.Equal(1, transport.Counters.Malformed);
    }

    [Theory]
    [InlineData("Content-Length: 0\r\n", "")]
    [InlineData("Content-Length: 0", "Content-Length: -1")]
    [InlineData("Content-Length: 0", "Content-Length: 0\r\nl: 7")]
    public async Task Receive_WhenTheBoundaryCannotBeKnown_Answers400AndCloses(string old, string replacement)
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        await peer.SendAsync(TestMessages.OptionsText("lost", "TCP", peer.Local).Replace(old, replacement, StringComparison.Ordinal));

        Assert.Equal(400, (await peer.ReadResponseAsync()).Status);
        Assert.True(await peer.IsClosedAsync());
        Assert.True(_inbox.IsEmpty);
    }

    [Fact]
    public async Task Receive_WhenPinged_AnswersOneCrlf()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        await peer.SendAsync("\r\n\r\n");

        Assert.Equal("\r\n", await peer.ReadUntilAsync("\r\n"));
        Assert.Equal(1, transport.Counters.KeepAlives);
    }

    [Fact]
    public async Task Receive_WhenAMessageStalls_ClosesAtTheDeadline()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);
        await peer.SendAsync(TestMessages.OptionsText("whole", "TCP", peer.Local) + "OPTIONS sip:box@exa");
        await _inbox.NextAsync();

        // The reader arms the deadline just after the handler returned.
        while (transport.Counters.ConnectionsTooSlow == 0)
        {
            _clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        Assert.True(await peer.IsClosedAsync());
    }

    [Fact]
    public async Task Receive_WhenCapIsReached_RefusesTheNextConnection()
    {
        var transport = Start(_inbox.Handle, new SipTransportOptions { ListenOn = s_loopback, MaxConnections = 1 });
        using var first = await TcpPeer.ConnectAsync(transport.LocalEndPoint);
        await first.SendAsync(TestMessages.OptionsText("first", "TCP", first.Local));
        await _inbox.NextAsync();

        using var second = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        Assert.True(await second.IsClosedAsync());
        Assert.Equal(1, transport.Counters.ConnectionsRefused);
    }

    [Fact]
    public async Task Receive_WhenTheHandlerThrows_CountsAndGoesOn()
    {
        var isFirst = true;
        var transport = Start(inbound =>
        {
            if (isFirst)
            {
                isFirst = false;
                throw new InvalidOperationException("a bug");
            }

            return _inbox.Handle(inbound);
        });
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        await peer.SendAsync(TestMessages.OptionsText("one", "TCP", peer.Local) + TestMessages.OptionsText("two", "TCP", peer.Local));

        Assert.Equal("two", (await _inbox.NextAsync()).Message.CallId);
        Assert.Equal(1, transport.Counters.HandlerFailed);
    }

    [Fact]
    public async Task Send_WhenAnswering_UsesTheConnectionOfTheRequest()
    {
        var transport = Start(Inbox.AnswerOk);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        // Nobody listens on port 9: only the request's own connection can carry the answer.
        await peer.SendAsync(TestMessages.OptionsText("reuse", "TCP", new IPEndPoint(IPAddress.Loopback, 9)));

        Assert.Equal(200, (await peer.ReadResponseAsync()).Status);
        Assert.Equal(1, transport.Counters.Connections);
    }

    [Fact]
    public async Task Send_WhenRequestsGoToOneAddressAtOnce_SharesOneConnection()
    {
        var transport = Start(_inbox.Handle);
        var other = new Inbox();
        await using var far = TcpSipTransport.Bind(new SipTransportOptions { ListenOn = s_loopback }, _clock, NullLogger.Instance);
        far.Start(other.Handle);

        var sends = Enumerable.Range(0, 5).Select(async i =>
            await transport.SendAsync(TestMessages.Options("c" + i, "TCP", transport.LocalEndPoint), new SipPeer(far.LocalEndPoint), TestContext.Current.CancellationToken));

        Assert.All(await Task.WhenAll(sends), r => Assert.Equal(SipSendResult.Sent, r));
        var connections = new HashSet<long>();
        for (var i = 0; i < 5; i++)
        {
            connections.Add((await other.NextAsync()).Peer.Connection);
        }

        Assert.Single(connections);
        Assert.Equal(1, far.Counters.Connections);
    }

    [Fact]
    public async Task Send_WhenNobodyListens_IsUnreachable()
    {
        var transport = Start(_inbox.Handle);
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(s_loopback);
        var target = (IPEndPoint)closed.LocalEndPoint!;

        var result = await transport.SendAsync(TestMessages.Options("x", "TCP", target), new SipPeer(target), TestContext.Current.CancellationToken);

        Assert.Equal(SipSendResult.Unreachable, result);
        Assert.Equal(1, transport.Counters.SendFailed);
    }

    [Fact]
    public async Task Send_WhenTheNamedConnectionHasClosed_DialsTheAddress()
    {
        var transport = Start(_inbox.Handle);
        var other = new Inbox();
        await using var far = TcpSipTransport.Bind(new SipTransportOptions { ListenOn = s_loopback }, _clock, NullLogger.Instance);
        far.Start(other.Handle);

        var result = await transport.SendAsync(
            TestMessages.Options("again", "TCP", transport.LocalEndPoint), new SipPeer(far.LocalEndPoint, Connection: 4711), TestContext.Current.CancellationToken);

        Assert.Equal(SipSendResult.Sent, result);
        Assert.Equal("again", (await other.NextAsync()).Message.CallId);
    }

    [Fact]
    public async Task Send_WhenThePeerNeverReads_FillsTheQueueThenClosesAtTheDeadline()
    {
        var transport = Start(_inbox.Handle, new SipTransportOptions { ListenOn = s_loopback, OutboundQueue = 4 });
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);
        await peer.SendAsync(TestMessages.OptionsText("hello", "TCP", peer.Local));
        var target = (await _inbox.NextAsync()).Peer;
        var large = TestMessages.Options("large", "TCP", transport.LocalEndPoint);
        large.Body = new byte[60_000];

        SipSendResult result;
        do
        {
            result = await transport.SendAsync(large, target, TestContext.Current.CancellationToken);
            await Task.Yield();
        }
        while (result == SipSendResult.Sent);

        Assert.Equal(SipSendResult.QueueFull, result);
        while (transport.Counters.Connections > 0)
        {
            _clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        Assert.True(transport.Counters.ConnectionsTooSlow > 0);
    }

    [Fact]
    public async Task Receive_WhenNothingComes_ClosesAtTheIdleTimeout()
    {
        var transport = Start(_inbox.Handle);
        using var peer = await TcpPeer.ConnectAsync(transport.LocalEndPoint);

        while (transport.Counters.ConnectionsTooSlow == 0)
        {
            _clock.Advance(TimeSpan.FromMinutes(31));
            await Task.Yield();
        }

        Assert.True(await peer.IsClosedAsync());
    }

    [Fact]
    public void Bind_WhenThePortIsTaken_NamesThePort()
    {
        var transport = Start(_inbox.Handle);

        var e = Assert.Throws<SipException>(() =>
            TcpSipTransport.Bind(new SipTransportOptions { ListenOn = transport.LocalEndPoint }, _clock, NullLogger.Instance));

        Assert.Equal(SipErrorReason.PortInUse, e.Reason);
        Assert.Contains(transport.LocalEndPoint.Port.ToString(), e.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transport is not null)
        {
            await _transport.DisposeAsync();
        }
    }

    private TcpSipTransport Start(SipInboundHandler handler, SipTransportOptions? options = null)
    {
        _transport = TcpSipTransport.Bind(options ?? new SipTransportOptions { ListenOn = s_loopback }, _clock, NullLogger.Instance);
        _transport.Start(handler);
        return _transport;
    }
}
