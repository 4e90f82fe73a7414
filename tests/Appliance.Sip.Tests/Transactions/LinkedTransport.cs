using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Transactions;

/// <summary>Half of a wire in memory: messages are written, may get lost, and are read again on the other side, on the sender's thread.</summary>
internal sealed class LinkedTransport(SipTransportKind kind, int port) : ISipTransport
{
    private LinkedTransport? _other;
    private SipInboundHandler? _handler;

    public SipTransportKind Kind { get; } = kind;

    public IPEndPoint LocalEndPoint { get; } = new(IPAddress.Loopback, port);

    public SipTransportCounters Counters { get; } = new();

    /// <summary>Start lines of all that was sent, lost messages too.</summary>
    public ConcurrentQueue<SipMessage> Sent { get; } = [];

    /// <summary>True loses the message.</summary>
    public Func<SipMessage, bool> Lose { get; set; } = _ => false;

    /// <summary>What <see cref="SendAsync"/> answers.</summary>
    public SipSendResult Result { get; set; } = SipSendResult.Sent;

    public static (LinkedTransport One, LinkedTransport Other) Pair(SipTransportKind kind)
    {
        var one = new LinkedTransport(kind, 5_061);
        var other = new LinkedTransport(kind, 5_062);
        (one._other, other._other) = (other, one);
        return (one, other);
    }

    public int CountOf(string beginning) => Sent.Count(m => m.StartLine.StartsWith(beginning, StringComparison.Ordinal));

    public void Start(SipInboundHandler handler) => _handler = handler;

    public async ValueTask<SipSendResult> SendAsync(SipMessage message, SipPeer peer, CancellationToken cancellationToken = default)
    {
        Sent.Enqueue(message);
        if (Result == SipSendResult.Sent && !Lose(message))
        {
            await _other!.ReceiveAsync(message, LocalEndPoint);
        }

        return Result;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Lets a message arrive here as if <paramref name="source"/> had sent it.</summary>
    public async ValueTask ReceiveAsync(SipMessage message, IPEndPoint source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SipWriter.Write(message, buffer);
        var result = SipParser.Parse(buffer.WrittenSpan, SipLimits.Default, out var read);
        Assert.True(result.IsSuccess, result.ToString());
        if (read is SipRequest)
        {
            read.Headers.ReplaceFirst(SipHeaderNames.Via, read.TopVia.WithSource(source).ToString());
        }

        if (_handler is not null)
        {
            await _handler(new SipInbound(read!, this, new SipPeer(source), LocalEndPoint));
        }
    }
}
