using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Registrar;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.UserAgent;

/// <summary>
/// A SIP user agent over UDP and TCP: takes and places calls (<see href="https://www.rfc-editor.org/rfc/rfc3261">RFC 3261</see>).
/// Every member may be called from any thread; handlers run on pool threads.
/// </summary>
public sealed class SipUserAgent : IAsyncDisposable
{
    private readonly SipUserAgentOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly List<ISipTransport> _transports;
    private readonly UserAgentCore _core;
    private int _started;
    private int _stopped;

    /// <summary>Makes an agent that binds UDP and TCP sockets by its options when it is started.</summary>
    public SipUserAgent(SipUserAgentOptions options, TimeProvider time, ILoggerFactory loggers)
        : this(options, [], time, loggers)
    {
    }

    /// <summary>Makes an agent on transports that are bound already; it starts and disposes them. With none it binds its own.</summary>
    public SipUserAgent(SipUserAgentOptions options, IEnumerable<ISipTransport> transports, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _logger = loggers.CreateLogger<SipUserAgent>();
        _transports = [.. transports];
        _core = new UserAgentCore(options, _transports, time, _logger);
    }

    /// <summary>The real UDP address; null when UDP is off or the agent is not started.</summary>
    public IPEndPoint? UdpEndPoint => EndPointOf(SipTransportKind.Udp);

    /// <summary>The real TCP address; null when TCP is off or the agent is not started.</summary>
    public IPEndPoint? TcpEndPoint => EndPointOf(SipTransportKind.Tcp);

    /// <summary>
    /// Takes each incoming call, on a task of its own; the token is cancelled when the agent stops. An exception answers 500;
    /// a handler that ends without accepting or rejecting answers 480. Null, the default, answers every call 480.
    /// </summary>
    public Func<IncomingCall, CancellationToken, Task>? IncomingCallHandler
    {
        get => _core.IncomingCallHandler;
        set => _core.IncomingCallHandler = value;
    }

    /// <summary>Answers REGISTER; null, the default, refuses it (405). Set before the start.</summary>
    public SipRegistrar? Registrar
    {
        get => _core.Registrar;
        set => _core.Registrar = value;
    }

    /// <summary>State held now; for metrics, and for tests that nothing leaks.</summary>
    public SipUserAgentCounters Counters => new(
        _core.Layer.ServerCount,
        _core.Layer.ClientCount,
        _core.Sessions.Count,
        _core.Incoming.Count + _core.Outgoing.Count,
        _transports.Sum(t => t.Counters.Connections),
        _core.Queue.Dropped + _transports.Sum(t => t.Counters.InboundDropped),
        _core.Layer.RefusedForLoad);

    /// <summary>Binds the sockets and begins to receive; once.</summary>
    /// <exception cref="SipException">A port is in use or an address cannot be had; nothing stays bound then.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new SipException(SipErrorReason.NotRunning, "A user agent is started once; make a new one.");
        }

        if (_transports.Count == 0)
        {
            await BindAsync();
        }

        foreach (var transport in _transports)
        {
            transport.Start(_core.Layer.ReceiveAsync);
        }
    }

    /// <summary>Places a call. Cancelling sends CANCEL (or BYE where the answer crosses it) and gives the outcome 487.</summary>
    /// <param name="target">Whom to call; sip: only.</param>
    /// <param name="invite">Offer and identity.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SipException">The agent is not running.</exception>
    public async Task<InviteOutcome> InviteAsync(SipUri target, OutgoingInvite invite, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        var client = new InviteClient(_core, target, invite);
        _core.Queue.Post(client.Start);
        using var registration = cancellationToken.Register(() => _core.Queue.Post(client.Cancel));
        return await client.Outcome;
    }

    /// <summary>Asks a peer whether it is there and what it can do (RFC 3261 §11).</summary>
    /// <exception cref="SipException">The agent is not running.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<OptionsOutcome> OptionsAsync(SipUri target, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        var done = new TaskCompletionSource<OptionsOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _core.Queue.Post(() => OptionsClient.Send(_core, target, done));
        return done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>From now on new calls are answered 503 with Retry-After; calls that exist go on.</summary>
    public void StopAcceptingCalls() => _core.Queue.Post(() => _core.IsAccepting = false);

    /// <summary>
    /// Refuses waiting calls (503), cancels attempts, ends calls with BYE, waits for the answers up to
    /// <see cref="SipUserAgentOptions.StopTimeout"/>, then closes the sockets. May be called again.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        await _core.Stopping.CancelAsync();
        var idle = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        _core.Queue.Post(() => idle.TrySetResult(Shutdown.Begin(_core)));
        try
        {
            await (await idle.Task).WaitAsync(_options.StopTimeout, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            _logger.LogWarning("Some peers did not answer while the user agent stopped");
        }
        finally
        {
            _core.Queue.Post(() => Shutdown.Finish(_core));
            foreach (var transport in _transports)
            {
                await transport.DisposeAsync();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _core.Stopping.Dispose();
    }

    private async Task BindAsync()
    {
        try
        {
            if (_options.Udp is { } udp)
            {
                _transports.Add(UdpSipTransport.Bind(_options.Transport with { ListenOn = udp }, _logger));
            }

            if (_options.Tcp is { } tcp)
            {
                _transports.Add(TcpSipTransport.Bind(_options.Transport with { ListenOn = tcp }, _time, _logger));
            }
        }
        catch (SipException)
        {
            foreach (var transport in _transports)
            {
                await transport.DisposeAsync();
            }

            _transports.Clear();
            throw;
        }
    }

    private IPEndPoint? EndPointOf(SipTransportKind kind) => _transports.FirstOrDefault(t => t.Kind == kind)?.LocalEndPoint;

    private void ThrowIfNotRunning()
    {
        if (Volatile.Read(ref _started) == 0 || Volatile.Read(ref _stopped) != 0)
        {
            throw new SipException(SipErrorReason.NotRunning, "The user agent is not running; start it first.");
        }
    }
}
