using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Appliance.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.Transports;

/// <summary>SIP over UDP (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18">RFC 3261 §18</see>): one socket, one loop that
/// reads it, one that runs the handler, a bounded queue between them.</summary>
public sealed partial class UdpSipTransport : ISipTransport
{
    private const int LargestPayload = 65_507;
    private const int SocketBuffer = 1 << 20;

    private readonly Socket _socket;
    private readonly SipReception _reception;
    private readonly SipTransportCounts _counts = new();
    private readonly Channel<SipInbound> _inbound;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ILogger _logger;
    private Task _loops = Task.CompletedTask;
    private int _started;
    private int _disposed;

    private UdpSipTransport(Socket socket, SipTransportOptions options, ILogger logger)
    {
        _socket = socket;
        _logger = logger;
        _reception = new SipReception(options.Limits, _counts, logger);
        _inbound = Channel.CreateBounded<SipInbound>(new BoundedChannelOptions(options.InboundQueue)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
    }

    /// <inheritdoc/>
    public SipTransportKind Kind => SipTransportKind.Udp;

    /// <inheritdoc/>
    public IPEndPoint LocalEndPoint { get; }

    /// <inheritdoc/>
    public SipTransportCounters Counters => _counts.Snapshot(connections: 0);

    /// <summary>Binds the socket; nothing is read before <see cref="Start"/>.</summary>
    /// <exception cref="SipException">The port is in use or the address cannot be had.</exception>
    public static UdpSipTransport Bind(SipTransportOptions options, ILogger logger)
    {
        var socket = SocketBinding.Bind(options.ListenOn, SocketType.Dgram);
        socket.ReceiveBufferSize = SocketBuffer;
        socket.SendBufferSize = SocketBuffer;
        return new UdpSipTransport(socket, options, logger);
    }

    /// <inheritdoc/>
    public void Start(SipInboundHandler handler)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("The transport was started before.");
        }

        _loops = Task.WhenAll(Task.Run(ReceiveAsync), Task.Run(() => DispatchAsync(handler)));
    }

    /// <inheritdoc/>
    public async ValueTask<SipSendResult> SendAsync(SipMessage message, SipPeer peer, CancellationToken cancellationToken = default)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        SipWriter.Write(message, buffer);
        if (buffer.WrittenCount > LargestPayload)
        {
            return _counts.Sending(SipSendResult.TooLarge);
        }

        try
        {
            await _socket.SendToAsync(buffer.WrittenMemory, SocketFlags.None, SocketAddressing.Fit(peer.EndPoint, _socket), cancellationToken);
            return _counts.Sending(SipSendResult.Sent);
        }
        catch (SocketException e)
        {
            LogSendFailed(_logger, peer.EndPoint, e.SocketErrorCode);
            return _counts.Sending(SipSendResult.Unreachable);
        }
        catch (ObjectDisposedException)
        {
            return _counts.Sending(SipSendResult.Stopped);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        _socket.Dispose();
        await _loops;
        _stopping.Dispose();
    }

    private async Task ReceiveAsync()
    {
        // One buffer for the life of the socket; the parser copies what it keeps.
        var buffer = GC.AllocateUninitializedArray<byte>(65_536);
        EndPoint any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, any, _stopping.Token);
                await AcceptAsync(buffer.AsMemory(0, received.ReceivedBytes), SocketAddressing.Unmap((IPEndPoint)received.RemoteEndPoint));
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (ObjectDisposedException)
            {
                break;
            }
            catch (SocketException e)
            {
                // ICMP errors of earlier sends surface here on some systems; the socket itself is fine.
                LogReceiveFailed(_logger, e.SocketErrorCode);
            }
        }

        _inbound.Writer.Complete();
    }

    private async ValueTask AcceptAsync(ReadOnlyMemory<byte> datagram, IPEndPoint source)
    {
        var message = _reception.Read(datagram.Span, source, out var refusal);
        if (message is not null)
        {
            if (!_inbound.Writer.TryWrite(new SipInbound(message, this, new SipPeer(source), LocalEndPoint)))
            {
                _counts.InboundDropped();
            }
        }
        else if (refusal is not null && ResponseRouting.Resolve(refusal.TopVia) is { } target)
        {
            await SendAsync(refusal, new SipPeer(target), _stopping.Token);
        }
    }

    private async Task DispatchAsync(SipInboundHandler handler)
    {
        await foreach (var inbound in _inbound.Reader.ReadAllAsync())
        {
            if (_stopping.IsCancellationRequested)
            {
                break;
            }

            await _reception.DeliverAsync(handler, inbound);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Sending SIP over UDP to {Target} failed: {Error}")]
    private static partial void LogSendFailed(ILogger logger, IPEndPoint target, SocketError error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Receiving SIP over UDP failed: {Error}")]
    private static partial void LogReceiveFailed(ILogger logger, SocketError error);
}
