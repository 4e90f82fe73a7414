namespace Appliance.Sip.Transports;

/// <summary>The running totals behind <see cref="SipTransportCounters"/>; safe on any thread.</summary>
internal sealed class SipTransportCounts
{
    private long _received;
    private long _sent;
    private long _malformed;
    private long _keepAlives;
    private long _inboundDropped;
    private long _sendFailed;
    private long _handlerFailed;
    private long _connectionsRefused;
    private long _connectionsTooSlow;

    public void Received() => Interlocked.Increment(ref _received);

    public void Malformed() => Interlocked.Increment(ref _malformed);

    public void KeepAlive() => Interlocked.Increment(ref _keepAlives);

    public void InboundDropped() => Interlocked.Increment(ref _inboundDropped);

    public void HandlerFailed() => Interlocked.Increment(ref _handlerFailed);

    public void ConnectionRefused() => Interlocked.Increment(ref _connectionsRefused);

    public void ConnectionTooSlow() => Interlocked.Increment(ref _connectionsTooSlow);

    public SipSendResult Sending(SipSendResult result)
    {
        Interlocked.Increment(ref result == SipSendResult.Sent ? ref _sent : ref _sendFailed);
        return result;
    }

    public SipTransportCounters Snapshot(int connections) => new()
    {
        Received = Interlocked.Read(ref _received),
        Sent = Interlocked.Read(ref _sent),
        Malformed = Interlocked.Read(ref _malformed),
        KeepAlives = Interlocked.Read(ref _keepAlives),
        InboundDropped = Interlocked.Read(ref _inboundDropped),
        SendFailed = Interlocked.Read(ref _sendFailed),
        HandlerFailed = Interlocked.Read(ref _handlerFailed),
        ConnectionsRefused = Interlocked.Read(ref _connectionsRefused),
        ConnectionsTooSlow = Interlocked.Read(ref _connectionsTooSlow),
        Connections = connections,
    };
}
