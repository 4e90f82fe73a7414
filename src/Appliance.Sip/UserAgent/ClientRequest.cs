using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>One request of ours from resolution to its final response.</summary>
internal sealed class ClientRequest(UserAgentCore core, SipRequest request, SipUri nextHop, SipHop? previous)
{
    private const int MostRetries = 2;
    private ClientTransaction? _transaction;
    private bool _isFinal;
    private bool _isAbandoned;
    private int _retries;

    /// <summary>The request as it was sent last.</summary>
    public SipRequest Request { get; private set; } = request;

    /// <summary>Answers 401 and 407: once, and once more for a stale nonce (RFC 3261 §22.2). Null leaves them to the caller.</summary>
    public DigestClient? Authentication { get; init; }

    /// <summary>The CSeq number for a repetition with credentials; null counts on from the request's own.</summary>
    public Func<uint>? NextSequence { get; init; }

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
            Send(resolving.Result);
        }
        else
        {
            _ = ContinueAsync(resolving.AsTask());
        }
    }

    /// <summary>Sends CANCEL; false where no provisional response came yet. Challenges are not answered from now on.</summary>
    public bool Cancel()
    {
        _isAbandoned = true;
        return _transaction?.Cancel() ?? false;
    }

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
        OutgoingRequests.FillFrom(Request, core.Addresses.For(found).Address.ToString());
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

        if (response.Status is 401 or 407 && TryAuthorize(response))
        {
            Send(Hop);
            return;
        }

        Finish();
        OnFinal(response);
        core.CheckIdle();
    }

    // §8.1.3.5: the same Call-ID, To and From, the next CSeq, a new branch.
    private bool TryAuthorize(SipResponse challenge)
    {
        if (Authentication is null || _isAbandoned || _retries == MostRetries)
        {
            return false;
        }

        var repeated = Repetition.Of(Request, NextSequence?.Invoke() ?? Request.CSeq.Number + 1);
        if (!Authentication.TryAuthorize(challenge, repeated))
        {
            return false;
        }

        _retries++;
        Request = repeated;
        return true;
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
