using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>One stream connection: a loop that reads and frames, a loop that writes, a timer for peers that stall
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18.3">RFC 3261 §18.3</see>). It ends when the peer closes, stalls, breaks
/// the framing, or <see cref="Close"/> is called.</summary>
internal sealed class TcpSipConnection : IDisposable
{
    private static readonly byte[] s_pong = "\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly SipTransportOptions _options;
    private readonly SipTransportCounts _counts;
    private readonly SipReception _reception;
    private readonly Channel<ReadOnlyMemory<byte>> _outbound;
    private readonly CancellationTokenSource _closing = new();
    private readonly ITimer _readTimer;
    private readonly ITimer _writeTimer;
    private int _closed;

    public TcpSipConnection(
        long id, Socket socket, SipTransportOptions options, TimeProvider clock, SipTransportCounts counts, SipReception reception)
    {
        Id = id;
        _socket = socket;
        _options = options;
        _counts = counts;
        _reception = reception;
        _outbound = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(options.OutboundQueue) { SingleReader = true });
        _readTimer = clock.CreateTimer(_ => CloseSlow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _writeTimer = clock.CreateTimer(_ => CloseSlow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        socket.NoDelay = true;
        Remote = SocketAddressing.Unmap((IPEndPoint)socket.RemoteEndPoint!);
        Local = SocketAddressing.Unmap((IPEndPoint)socket.LocalEndPoint!);
    }

    /// <summary>Never 0, never used twice.</summary>
    public long Id { get; }

    public IPEndPoint Remote { get; }

    public IPEndPoint Local { get; }

    /// <summary>Runs both loops until the connection ends.</summary>
    public async Task RunAsync(ISipTransport transport, SipInboundHandler handler)
    {
        var writing = WriteAsync();
        await ReadAsync(transport, handler);

        // What is queued (a refusal, a last answer) still leaves, within the write deadline.
        _outbound.Writer.TryComplete();
        await writing;
        Close();
    }

    /// <summary>Queues a message.</summary>
    public SipSendResult Send(ReadOnlyMemory<byte> bytes)
    {
        if (_closing.IsCancellationRequested)
        {
            return SipSendResult.Unreachable;
        }

        return _outbound.Writer.TryWrite(bytes) ? SipSendResult.Sent : SipSendResult.QueueFull;
    }

    /// <summary>Ends both loops; safe to call at any time, more than once.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        _closing.Cancel();
        _outbound.Writer.TryComplete();
        _socket.Dispose();
    }

    public void Dispose()
    {
        Close();
        _readTimer.Dispose();
        _writeTimer.Dispose();
        _closing.Dispose();
    }

    private void CloseSlow()
    {
        _counts.ConnectionTooSlow();
        Close();
    }

    private async Task ReadAsync(ISipTransport transport, SipInboundHandler handler)
    {
        var framer = new SipStreamFramer(_options.Limits);
        var isMessageTimed = false;
        while (!_closing.IsCancellationRequested)
        {
            // The deadline runs from a message's first byte: single bytes that trickle in do not extend it.
            if (!framer.HasPartial || !isMessageTimed)
            {
                _readTimer.Change(framer.HasPartial ? _options.MessageDeadline : _options.IdleTimeout, Timeout.InfiniteTimeSpan);
                isMessageTimed = framer.HasPartial;
            }

            var count = await ReceiveAsync(framer.GetMemory());
            if (count == 0)
            {
                return;
            }

            framer.Commit(count);
            var frame = framer.Next(out var bytes);
            for (; frame is SipFrame.Message or SipFrame.Ping; frame = framer.Next(out bytes))
            {
                isMessageTimed = false;
                _readTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                await TakeAsync(frame, bytes, transport, handler);
            }

            if (frame == SipFrame.Broken)
            {
                Answer(_reception.Refuse(bytes.Span, Remote));
                return;
            }
        }
    }

    private async ValueTask TakeAsync(SipFrame frame, ReadOnlyMemory<byte> bytes, ISipTransport transport, SipInboundHandler handler)
    {
        if (frame == SipFrame.Ping)
        {
            _counts.KeepAlive();
            Send(s_pong);
            return;
        }

        var message = _reception.Read(bytes.Span, Remote, out var refusal);
        if (message is not null)
        {
            await _reception.DeliverAsync(handler, new SipInbound(message, transport, new SipPeer(Remote, Id), Local));
        }
        else
        {
            Answer(refusal);
        }
    }

    private void Answer(SipResponse? refusal)
    {
        if (refusal is not null)
        {
            _counts.Sending(Send(SipBytes.Of(refusal)));
        }
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        try
        {
            return await _socket.ReceiveAsync(buffer, SocketFlags.None, _closing.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Reset by the peer or closed here: for the reader both are the end of the stream.
            return 0;
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var bytes in _outbound.Reader.ReadAllAsync(_closing.Token))
            {
                _writeTimer.Change(_options.MessageDeadline, Timeout.InfiniteTimeSpan);
                for (var rest = bytes; !rest.IsEmpty;)
                {
                    rest = rest[await _socket.SendAsync(rest, SocketFlags.None, _closing.Token)..];
                }

                _writeTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer is gone or stalled; closing wakes the reader, which ends the connection.
            Close();
        }
    }
}
