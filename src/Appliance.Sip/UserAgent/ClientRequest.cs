using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>One request of ours from resolution to its final response.</summary>
internal sealed class ClientRequest(UserAgentCore core, SipRequest request, SipUri nextHop, SipHop? previous)
{
    private ClientTransaction? _transaction;
    private bool _isFinal;

    /// <summary>The request as it was sent last.</summary>
    public SipRequest Request { get; } = request;

    /// <summary>The way it took; null until resolved.</summary>
    public SipHop? Hop { get; private set; }

    /// <summary>Hears of 1xx.</summary>
    public Action<SipResponse>? OnProvisional { get; init; }

    /// <summary>Hears of the final response; for INVITE of every 2xx that comes.</summary>
    public required Action<SipResponse> OnFinal { get; init; }

    /// <summary>Hears that none will come.</summary>
    public required Action<TransactionFailure> OnFailed { get; init; }

    /// <summary>What a failure counts as (RFC 3261 §8.1.3.1).</summary>
    public static int StatusOf(TransactionFailure failure) => failure == TransactionFailure.Timeout ? 408 : 503;

    /// <summary>Resolves and sends; signalling work only.</summary>
    public void Start()
    {
        core.PendingRequests++;
        var resolving = core.Resolver.ResolveAsync(nextHop, previous);
        if (resolving.IsCompletedSuccessfully)
        {
            Send(resolving.GetAwaiter().GetResult());
        }
        else
        {
            _ = ContinueAsync(resolving.AsTask());
        }
    }

    /// <summary>Sends CANCEL; false where no provisional response came yet.</summary>
    public bool Cancel() => _transaction?.Cancel() ?? false;

    private async Task ContinueAsync(Task<SipHop?> resolving)
    {
        var hop = await resolving;
        core.Queue.Post(() => Send(hop));
    }

    private void Send(SipHop? hop)
    {
        if (hop is not { } found)
        {
            Fail(TransactionFailure.Transport);
            return;
        }

        Hop = found;
        if (Request.Method == SipMethod.Invite)
        {
            Request.Contact = core.ContactFor(found);
        }

        _transaction = core.Layer.Send(Request, found, Receive, Fail);
    }

    private void Receive(SipResponse response)
    {
        if (response.IsProvisional)
        {
            OnProvisional?.Invoke(response);
            return;
        }

        Finish();
        OnFinal(response);
        core.CheckIdle();
    }

    private void Fail(TransactionFailure failure)
    {
        if (_isFinal)
        {
            return;
        }

        Finish();
        OnFailed(failure);
        core.CheckIdle();
    }

    private void Finish()
    {
        if (!_isFinal)
        {
            _isFinal = true;
            core.PendingRequests--;
        }
    }
}
