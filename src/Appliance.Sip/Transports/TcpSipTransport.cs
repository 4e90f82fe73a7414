using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Appliance.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.Transports;

/// <summary>SIP over TCP (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18">RFC 3261 §18</see>): a listener and outgoing
/// connections, all in one table, so that answers and later requests reuse what is open.</summary>
public sealed partial class TcpSipTransport : ISipTransport
{
    private const int Backlog = 128;

    private readonly Socket _listener;
    private readonly SipTransportOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SipTransportCounts _counts = new();
    private readonly SipReception _reception;
    private readonly TcpConnectionTable _table;
    private readonly ConcurrentDictionary<IPEndPoint, Lazy<Task<SipSendResult>>> _dialing = new();
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private SipInboundHandler? _handler;
    private Task _accepting = Task.CompletedTask;
    private long _lastId;
    private int _disposed;

    private TcpSipTransport(Socket listener, SipTransportOptions options, TimeProvider clock, ILogger logger)
    {
        _listener = listener;
        _options = options;
        _clock = clock;
        _logger = logger;
        _reception = new SipReception(options.Limits, _counts, logger);
        _table = new TcpConnectionTable(options);
        LocalEndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    /// <inheritdoc/>
    public SipTransportKind Kind => SipTransportKind.Tcp;

    /// <inheritdoc/>
    public IPEndPoint LocalEndPoint { get; }

    /// <inheritdoc/>
    public SipTransportCounters Counters => _counts.Snapshot(_table.Count);

    /// <summary>Binds and listens; nothing is accepted before <see cref="Start"/>.</summary>
    /// <exception cref="SipException">The port is in use or the address cannot be had.</exception>
    public static TcpSipTransport Bind(SipTransportOptions options, TimeProvider clock, ILogger logger)
    {
        var listener = SocketBinding.Bind(options.ListenOn, SocketType.Stream);
        try
        {
            listener.Listen(Backlog);
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw SocketBinding.Explain(e, options.ListenOn, ProtocolType.Tcp);
        }

        return new TcpSipTransport(listener, options, clock, logger);
    }

    /// <inheritdoc/>
    public void Start(SipInboundHandler handler)
    {
        if (Interlocked.CompareExchange(ref _handler, handler, null) is not null)
        {
            throw new InvalidOperationException("The transport was started before.");
        }

        _accepting = Task.Run(AcceptAsync);
    }

    /// <inheritdoc/>
    public async ValueTask<SipSendResult> SendAsync(SipMessage message, SipPeer peer, CancellationToken cancellationToken = default)
    {
        if (_handler is null || _stopping.IsCancellationRequested)
        {
            return _counts.Sending(SipSendResult.Stopped);
        }

        // Written before any wait: the caller may change the message afterwards.
        var bytes = SipBytes.Of(message);
        if (bytes.Length > _options.Limits.MaxMessageBytes)
        {
            return _counts.Sending(SipSendResult.TooLarge);
        }

        peer = peer with { EndPoint = SocketAddressing.Unmap(peer.EndPoint) };
        var connection = _table.Find(peer);
        if (connection is null)
        {
            var dialed = await DialOnceAsync(peer.EndPoint).WaitAsync(cancellationToken);
            if (dialed != SipSendResult.Sent)
            {
                return _counts.Sending(dialed);
            }

            connection = _table.Find(peer);
        }

        return _counts.Sending(connection?.Send(bytes) ?? SipSendResult.Unreachable);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _table.Shut())
        {
            connection.Close();
        }

        await Task.WhenAll(_running.Values);
        await Task.WhenAll(_dialing.Values.Select(d => d.Value));
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Begin(await _listener.AcceptAsync(_stopping.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e)
            {
                // Out of descriptors, or the peer gave up while waiting: pause, so that a lasting fault does not spin.
                LogAcceptFailed(_logger, e.SocketErrorCode);
                await PauseAsync();
            }
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), _clock, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the accept loop sees it and ends.
            return;
        }
    }

    /// <summary>Callers that want the same address at the same time share one attempt.</summary>
    private Task<SipSendResult> DialOnceAsync(IPEndPoint target) =>
        _dialing.GetOrAdd(target, t => new Lazy<Task<SipSendResult>>(() => DialAsync(t))).Value;

    private async Task<SipSendResult> DialAsync(IPEndPoint target)
    {
        await Task.Yield();
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var timeout = new CancellationTokenSource(_options.ConnectTimeout, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stopping.Token);
            await socket.ConnectAsync(target, either.Token);
            return Begin(socket) ? SipSendResult.Sent : SipSendResult.TooManyConnections;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            LogConnectFailed(_logger, target, e.Message);
            socket.Dispose();
            return SipSendResult.Unreachable;
        }
        finally
        {
            _dialing.TryRemove(target, out _);
        }
    }

    /// <summary>Enters a connected socket in the table and runs it; false where a cap closes it at once.</summary>
    private bool Begin(Socket socket)
    {
        TcpSipConnection connection;
        try
        {
            connection = new TcpSipConnection(Interlocked.Increment(ref _lastId), socket, _options, _clock, _counts, _reception);
        }
        catch (SocketException)
        {
            // Reset before it could be looked at.
            socket.Dispose();
            return false;
        }

        if (!_table.TryAdd(connection))
        {
            _counts.ConnectionRefused();
            connection.Dispose();
            return false;
        }

        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[connection.Id] = RunAsync(connection, gate.Task);
        gate.SetResult();
        return true;
    }

    private async Task RunAsync(TcpSipConnection connection, Task entered)
    {
        await entered;
        await connection.RunAsync(this, _handler!);
        _table.Remove(connection);
        connection.Dispose();
        _running.TryRemove(connection.Id, out _);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Accepting a SIP connection failed: {Error}")]
    private static partial void LogAcceptFailed(ILogger logger, SocketError error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No SIP connection to {Target}: {Reason}")]
    private static partial void LogConnectFailed(ILogger logger, IPEndPoint target, string reason);
}
