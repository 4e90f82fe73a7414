using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Registrar;
using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.UserAgent;

/// <summary>
/// The state that all calls share and the way of a request to its verb. One piece of signalling work at a time touches it
/// (<see cref="SerialQueue"/>), so nothing here is locked.
/// </summary>
internal sealed class UserAgentCore : ITransactionUser
{
    private TaskCompletionSource? _idle;

    public UserAgentCore(SipUserAgentOptions options, IReadOnlyList<ISipTransport> transports, TimeProvider time, ILogger logger)
    {
        Options = options;
        Time = time;
        Logger = logger;
        Addresses = new AdvertisedAddresses(options.AdvertisedAddress);
        Queue = new SerialQueue(options.Transactions.MaxWaitingMessages, logger);
        Layer = new TransactionLayer(Queue, this, Addresses, options.Transactions, time, logger);
        Resolver = new HopResolver(transports);
    }

    public SipUserAgentOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public SerialQueue Queue { get; }

    public TransactionLayer Layer { get; }

    public HopResolver Resolver { get; }

    public AdvertisedAddresses Addresses { get; }

    public SipTimers Timers => Options.Transactions.Timers;

    /// <summary>Cancelled when the user agent stops.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>Early and confirmed dialogs.</summary>
    public Dictionary<DialogId, CallSession> Sessions { get; } = [];

    /// <summary>Incoming INVITEs without final response.</summary>
    public Dictionary<ServerTransaction, InviteServer> Incoming { get; } = [];

    /// <summary>Outgoing INVITEs without outcome.</summary>
    public HashSet<InviteClient> Outgoing { get; } = [];

    /// <summary>Requests other than INVITE that wait for a final response.</summary>
    public int PendingRequests { get; set; }

    /// <summary>Answers REGISTER; null refuses it (405).</summary>
    public SipRegistrar? Registrar { get; set; }

    public bool HasRegistrar => Registrar is not null;

    public bool IsAccepting { get; set; } = true;

    public Func<IncomingCall, CancellationToken, Task>? IncomingCallHandler { get; set; }

    public void OnRequest(ServerTransaction transaction)
    {
        if (RequestChecks.Refusal(transaction, Layer, HasRegistrar) is { } refusal)
        {
            transaction.Respond(refusal);
        }
        else if (transaction.Request.Method == SipMethod.Cancel)
        {
            CancelServer.Handle(this, transaction);
        }
        else if (DialogCreation.IdOfRequest(transaction.Request) is { } id)
        {
            InDialog(transaction, id);
        }
        else
        {
            OutOfDialog(transaction);
        }
    }

    public void OnAck(SipRequest ack, SipInbound inbound)
    {
        FindSession(ack)?.OnAck(ack);
    }

    public void OnStrayResponse(SipResponse response)
    {
        // Repeated 2xx reach their InviteClient for 64·T1 through the transaction (RFC 6026); what comes later has no owner.
    }

    /// <summary>The call that a request names, or null.</summary>
    public CallSession? FindSession(SipRequest request) =>
        DialogCreation.IdOfRequest(request) is { } id ? Sessions.GetValueOrDefault(id) : null;

    /// <summary>Sends a final response that makes no dialog.</summary>
    public static void Refuse(ServerTransaction transaction, int status, string? reason = null) =>
        transaction.Respond(SipResponse.For(transaction.Request, status, reason, SipToken.Tag()));

    /// <summary>Our Contact toward a peer.</summary>
    public NameAddress ContactFor(SipHop hop)
    {
        var local = Addresses.For(hop);
        var uri = new SipUri(local.Address.ToString()) { User = Options.User, Port = local.Port };
        return new NameAddress(
            hop.Transport.Kind == SipTransportKind.Tcp ? uri with { Parameters = uri.Parameters.With("transport", "tcp") } : uri);
    }

    /// <summary>Done when no call and no request is left.</summary>
    public Task WhenIdle()
    {
        _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CheckIdle();
        return _idle.Task;
    }

    public void CheckIdle()
    {
        if (Sessions.Count == 0 && Incoming.Count == 0 && Outgoing.Count == 0 && PendingRequests == 0)
        {
            _idle?.TrySetResult();
        }
    }

    private void InDialog(ServerTransaction transaction, DialogId id)
    {
        if (!Sessions.TryGetValue(id, out var session))
        {
            // Also what a BYE meets that crossed ours (RFC 3261 §15.1.2).
            Refuse(transaction, 481);
            return;
        }

        if (DialogSequence.Receive(session.Dialog, transaction.Request) is not { } advanced)
        {
            Refuse(transaction, 500, "CSeq Out Of Order");
            return;
        }

        session.Dialog = advanced;
        session.OnRequest(transaction);
    }

    private void OutOfDialog(ServerTransaction transaction)
    {
        if (transaction.Request.Method == SipMethod.Invite)
        {
            InviteServer.Begin(this, transaction);
        }
        else if (transaction.Request.Method == SipMethod.Options)
        {
            OptionsServer.Handle(this, transaction);
        }
        else if (transaction.Request.Method == SipMethod.Register)
        {
            RegisterServer.Handle(this, transaction);
        }
        else
        {
            Refuse(transaction, 481);
        }
    }
}
