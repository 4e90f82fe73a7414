using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.UserAgent;

/// <summary>An INVITE from a peer that makes a call (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-13.3">RFC 3261 §13.3</see>). Signalling work only.</summary>
#pragma warning disable CA1001 // The timer ends with the INVITE; the source has no wait handle, and its token outlives the call.
internal sealed class InviteServer
#pragma warning restore CA1001
{
    private readonly UserAgentCore _core;
    private readonly bool _hasOffer;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly TaskCompletionSource<SipCall?> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CallSession _session;
    private readonly ITimer _patience;

    private InviteServer(UserAgentCore core, ServerTransaction transaction, Dialog dialog, SessionDescription? offer)
    {
        _core = core;
        _hasOffer = offer is not null;
        Transaction = transaction;
        LocalTag = dialog.Id.LocalTag;
        _session = new CallSession(core, dialog, transaction.Hop) { EndEarly = Cancel };
        _session.Call.RemoteDescription = offer;
        Cancelled = _cancelled.Token;

        // §13.3.1 step 1: the caller may have set an end itself.
        var expires = transaction.Request.Expires is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        var isOurs = core.Options.RingTimeout < expires;
        _patience = core.Time.CreateTimer(
            _ => core.Queue.Post(() => GiveUp(isOurs ? 480 : 487)), null, isOurs ? core.Options.RingTimeout : expires, Timeout.InfiniteTimeSpan);
    }

    public ServerTransaction Transaction { get; }

    public string LocalTag { get; }

    public CancellationToken Cancelled { get; }

    public Task<SipCall?> Accepted => _accepted.Task;

    private bool IsPending => _core.Incoming.ContainsKey(Transaction);

    public static void Begin(UserAgentCore core, ServerTransaction transaction)
    {
        if (!core.IsAccepting)
        {
            RefuseForNow(core, transaction);
            return;
        }

        if (core.IncomingCallHandler is not { } handler)
        {
            UserAgentCore.Refuse(transaction, 480);
            return;
        }

        if (!SdpBody.TryRead(transaction.Request, out var offer))
        {
            UserAgentCore.Refuse(transaction, 400, "Bad Session Description");
            return;
        }

        if (DialogCreation.ForServer(transaction.Request, SipToken.Tag(), firstSequence: 0) is not { } dialog)
        {
            UserAgentCore.Refuse(transaction, 400, "Missing Contact");
            return;
        }

        var server = new InviteServer(core, transaction, dialog, offer);
        core.Incoming.Add(transaction, server);
        var call = new IncomingCall(server, core, offer);
        _ = Task.Run(() => server.RunAsync(handler, call));
    }

    public void Ring()
    {
        if (IsPending)
        {
            Transaction.Respond(Respond(180));
        }
    }

    public void Accept(SessionDescription description)
    {
        if (!IsPending)
        {
            return;
        }

        Close();
        _session.Dialog = _session.Dialog with { IsConfirmed = true };
        _session.EndEarly = () => _accepted.TrySetResult(null);
        _session.LocalDescription = description;
        var success = Respond(200);
        Capabilities.AddAllow(success, _core.HasRegistrar);
        SdpBody.Write(success, description);
        _session.Answer(Transaction, success, OnAck, OnNoAck);
        _ = FollowEndAsync();
    }

    public void Refuse(int status, string? reason)
    {
        if (IsPending)
        {
            Close();
            Transaction.Respond(SipResponse.For(Transaction.Request, status, reason, LocalTag));
            Drop(SipCallEnd.Local);
        }
    }

    /// <summary>The caller gave up (§9.2): 487.</summary>
    public void Cancel() => GiveUp(487);

    private void GiveUp(int status)
    {
        if (IsPending)
        {
            Close();
            Transaction.Respond(SipResponse.For(Transaction.Request, status, toTag: LocalTag));
            _ = _cancelled.CancelAsync();
            Drop(SipCallEnd.Remote);
        }
    }

    private void Close()
    {
        _core.Incoming.Remove(Transaction);
        _patience.Dispose();
    }

    private static void RefuseForNow(UserAgentCore core, ServerTransaction transaction)
    {
        var refusal = SipResponse.For(transaction.Request, 503, toTag: SipToken.Tag());
        refusal.Headers.Set(SipHeaderNames.RetryAfter, ((int)core.Options.RetryAfter.TotalSeconds).ToString());
        transaction.Respond(refusal);
    }

    private SipResponse Respond(int status)
    {
        var response = SipResponse.For(Transaction.Request, status, toTag: LocalTag);
        response.Contact = _core.ContactFor(Transaction.Hop);
        return response;
    }

    private void OnAck(SipRequest ack)
    {
        if (_hasOffer)
        {
            _accepted.TrySetResult(_session.Call);
            return;
        }

        // §13.2.1: our 2xx carried the offer, so the ACK must carry the answer.
        if (SdpBody.TryRead(ack, out var answer) && answer is not null)
        {
            _session.Call.RemoteDescription = answer;
            _accepted.TrySetResult(_session.Call);
        }
        else
        {
            _accepted.TrySetResult(null);
            _ = ByeClient.Send(_session, SipCallEnd.Error);
        }
    }

    // §13.3.1.4: the dialog exists all the same, so it is ended with BYE.
    private void OnNoAck()
    {
        _accepted.TrySetResult(null);
        _ = ByeClient.Send(_session, SipCallEnd.Timeout);
    }

    private void Drop(SipCallEnd end)
    {
        _accepted.TrySetResult(null);
        _session.End(end);
    }

    // A BYE can come before the ACK, or in its place when that was lost.
    private async Task FollowEndAsync()
    {
        await _session.Call.Ended;
        _accepted.TrySetResult(null);
    }

    private async Task RunAsync(Func<IncomingCall, CancellationToken, Task> handler, IncomingCall call)
    {
        var status = 480;
        try
        {
            await handler(call, _core.Stopping.Token);
        }
#pragma warning disable CA1031 // Whatever the application throws, the caller gets an answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            status = 500;
            _core.Logger.LogError(fault, "The handler of incoming call {CallId} failed", call.CallId);
        }

        // A handler that ends without an answer has declined to give one.
        _core.Queue.Post(() => Refuse(status, reason: null));
    }
}
