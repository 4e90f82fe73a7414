using Appliance.Sip.Messages;
using Appliance.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.Transactions;

/// <summary>
/// Matches messages to transactions and runs them (RFC 3261 §17). All members but <see cref="ReceiveAsync"/> and the counters
/// belong to signalling work, i.e. are called from within <see cref="Queue"/>.
/// </summary>
public sealed class TransactionLayer(
    SerialQueue queue,
    ITransactionUser user,
    AdvertisedAddresses addresses,
    TransactionLayerOptions options,
    TimeProvider time,
    ILogger logger)
{
    private readonly Dictionary<TransactionKey, ServerTransaction> _servers = [];
    private readonly Dictionary<TransactionKey, ClientTransaction> _clients = [];
    private readonly Dictionary<MergeKey, ServerTransaction> _mergeable = [];
    private bool _stopped;
    private long _refusedForLoad;
    private long _stray;

    /// <summary>Server transactions now.</summary>
    public int ServerCount => _servers.Count;

    /// <summary>Client transactions now.</summary>
    public int ClientCount => _clients.Count;

    /// <summary>Requests answered 503 because too many transactions were open.</summary>
    public long RefusedForLoad => Interlocked.Read(ref _refusedForLoad);

    /// <summary>Responses and CANCELs that matched nothing.</summary>
    public long Stray => Interlocked.Read(ref _stray);

    /// <summary>Where all signalling work runs.</summary>
    public SerialQueue Queue => queue;

    internal TransactionLayerOptions Options => options;

    internal TimeProvider Time => time;

    internal ITransactionUser User => user;

    /// <summary>The transports' handler; any thread.</summary>
    public ValueTask ReceiveAsync(SipInbound inbound)
    {
        queue.TryPost(() => Receive(inbound));
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends a request in a new transaction; adds the Via. Failures come through <paramref name="onFailure"/>, never at once.</summary>
    public ClientTransaction Send(SipRequest request, SipHop hop, Action<SipResponse> onResponse, Action<TransactionFailure> onFailure)
    {
        AddVia(request, hop);
        return Start(request, hop, onResponse, onFailure);
    }

    /// <summary>Sends an ACK for a 2xx, which is a transaction of its own without a response (RFC 3261 §13.2.2.4); adds the Via the first time.</summary>
    public void SendAck(SipRequest ack, SipHop hop)
    {
        if (!ack.Headers.Contains(SipHeaderNames.Via))
        {
            AddVia(ack, hop);
        }

        Send(ack, hop, static () => { });
    }

    /// <summary>The INVITE that a CANCEL means (RFC 3261 §9.2), or null.</summary>
    public ServerTransaction? FindCancelled(SipRequest cancel) => _servers.GetValueOrDefault(TransactionKey.OfCancelled(cancel));

    /// <summary>Whether the same request came over another path and is being handled there (RFC 3261 §8.2.2.2: answer 482).</summary>
    public bool IsMerged(ServerTransaction transaction) =>
        transaction.MergeKey is { } key && _mergeable.TryGetValue(key, out var first) && !ReferenceEquals(first, transaction);

    /// <summary>Forgets every transaction and takes no more.</summary>
    public void Stop()
    {
        _stopped = true;
        foreach (var transaction in _servers.Values.Concat<Transaction>(_clients.Values))
        {
            transaction.Drop();
        }

        _servers.Clear();
        _clients.Clear();
        _mergeable.Clear();
    }

    internal ClientTransaction Start(SipRequest request, SipHop hop, Action<SipResponse> onResponse, Action<TransactionFailure> onFailure)
    {
        var transaction = new ClientTransaction(this, request, hop, onResponse, onFailure);
        if (_stopped)
        {
            transaction.Drop();
            queue.Post(() => onFailure(TransactionFailure.Transport));
            return transaction;
        }

        _clients.Add(transaction.Key, transaction);
        transaction.Start();
        return transaction;
    }

    internal void Send(SipMessage message, SipHop hop, Action failed)
    {
        var sending = hop.Transport.SendAsync(message, hop.Peer);
        if (!sending.IsCompletedSuccessfully)
        {
            _ = FinishAsync(sending.AsTask(), failed);
        }
        else if (sending.Result != SipSendResult.Sent)
        {
            // Later, so that the machine has ended the step that sends.
            queue.Post(failed);
        }
    }

    internal void Forget(Transaction transaction)
    {
        if (transaction is ClientTransaction client)
        {
            _clients.Remove(client.Key);
            return;
        }

        var server = (ServerTransaction)transaction;
        _servers.Remove(server.Key);
        if (server.MergeKey is { } key && _mergeable.TryGetValue(key, out var first) && ReferenceEquals(first, server))
        {
            _mergeable.Remove(key);
        }
    }

    private async Task FinishAsync(Task<SipSendResult> sending, Action failed)
    {
        if (await sending != SipSendResult.Sent)
        {
            queue.Post(failed);
        }
    }

    private void Receive(SipInbound inbound)
    {
        if (_stopped)
        {
            return;
        }

        if (inbound.Message is SipResponse response)
        {
            Receive(response);
            return;
        }

        var request = (SipRequest)inbound.Message;
        var key = TransactionKey.OfRequest(request);
        var known = _servers.GetValueOrDefault(key);
        if (request.Method == SipMethod.Ack)
        {
            Acknowledge(known, request, inbound);
        }
        else if (known is not null)
        {
            known.ReceiveAgain();
        }
        else
        {
            Begin(request, inbound, key);
        }
    }

    private void Acknowledge(ServerTransaction? known, SipRequest ack, SipInbound inbound)
    {
        if (known is not null)
        {
            known.ReceiveAck(inbound);
        }
        else
        {
            user.OnAck(ack, inbound);
        }
    }

    private void Begin(SipRequest request, SipInbound inbound, TransactionKey key)
    {
        if (_servers.Count >= MostFor(request))
        {
            Interlocked.Increment(ref _refusedForLoad);
            var refusal = SipResponse.For(request, 503, toTag: SipToken.Tag());
            refusal.Headers.Set(SipHeaderNames.RetryAfter, ((int)options.RetryAfter.TotalSeconds).ToString());
            Send(refusal, new SipHop(inbound.Transport, ResponseRouting.For(inbound)), static () => { });
            return;
        }

        var transaction = new ServerTransaction(this, inbound, key, MergeKey.Of(request));
        _servers.Add(key, transaction);
        if (transaction.MergeKey is { } merge)
        {
            _mergeable.TryAdd(merge, transaction);
        }

        transaction.Start();
    }

    // BYE and CANCEL free more than they take, so they get a reserve of a quarter.
    private int MostFor(SipRequest request) => request.Method == SipMethod.Bye || request.Method == SipMethod.Cancel
        ? options.MaxServerTransactions + (options.MaxServerTransactions / 4) + 1
        : options.MaxServerTransactions;

    private void Receive(SipResponse response)
    {
        if (_clients.TryGetValue(TransactionKey.OfResponse(response), out var transaction))
        {
            transaction.Receive(response);
            return;
        }

        Interlocked.Increment(ref _stray);
        logger.LogDebug("Response {Status} to {CSeq} of call {CallId} matches no transaction", response.Status, response.CSeq, response.CallId);
        user.OnStrayResponse(response);
    }

    private void AddVia(SipRequest request, SipHop hop)
    {
        var local = addresses.For(hop);
        var via = new ViaHeader(hop.Transport.Kind == SipTransportKind.Udp ? "UDP" : "TCP", local.Address.ToString(), local.Port)
        {
            Parameters = SipParameters.Empty.With("branch", SipToken.Branch()).With("rport"),
        };
        request.Headers.Prepend(SipHeaderNames.Via, via.ToString());
    }
}
