using System.Security.Cryptography;
using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.UserAgent;

/// <summary>INVITE within a call (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-14.2">RFC 3261 §14.2</see>). Signalling work only.</summary>
internal sealed class ReinviteServer
{
    private readonly UserAgentCore _core;
    private readonly CallSession _session;
    private readonly SessionDescription? _offer;

    private ReinviteServer(UserAgentCore core, CallSession session, ServerTransaction transaction, SessionDescription? offer)
    {
        _core = core;
        _session = session;
        _offer = offer;
        Transaction = transaction;
    }

    public ServerTransaction Transaction { get; }

    public static void Begin(UserAgentCore core, CallSession session, ServerTransaction transaction)
    {
        if (!session.Dialog.IsConfirmed || session.Reinvite is not null)
        {
            // §14.2: the first INVITE has no final response yet.
            RefuseForNow(transaction);
        }
        else if (session.IsReoffering || (session.IsUnacknowledged && transaction.Request.Body.IsEmpty))
        {
            // §14.2: both sides reoffer at once; or an offer of ours in a 2xx has no answer yet (RFC 6337 §2.2).
            UserAgentCore.Refuse(transaction, 491);
        }
        else if (!SdpBody.TryRead(transaction.Request, out var offer))
        {
            UserAgentCore.Refuse(transaction, 400, "Bad Session Description");
        }
        else
        {
            session.Reinvite = new ReinviteServer(core, session, transaction, offer);
            session.Reinvite.Answer();
        }
    }

    private static void RefuseForNow(ServerTransaction transaction)
    {
        var refusal = SipResponse.For(transaction.Request, 500, toTag: SipToken.Tag());
        refusal.Headers.Set(SipHeaderNames.RetryAfter, RandomNumberGenerator.GetInt32(0, 11).ToString());
        transaction.Respond(refusal);
    }

    private void Answer()
    {
        if (_offer is null)
        {
            // Without an offer we offer what is in use; the ACK answers.
            Finish(_session.LocalDescription);
            return;
        }

        _ = Task.Run(() =>
        {
            var answer = Ask(_offer);
            _core.Queue.Post(() => Finish(answer));
        });
    }

    private SessionDescription? Ask(SessionDescription description)
    {
        try
        {
            return _session.Call.ReofferHandler?.Invoke(description);
        }
#pragma warning disable CA1031 // A handler that throws leaves the call as it was (488).
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _core.Logger.LogError(fault, "The reoffer handler of call {CallId} failed", _session.Call.CallId);
            return null;
        }
    }

    private void Finish(SessionDescription? description)
    {
        _session.Reinvite = null;
        if (_session.IsOver || Transaction.IsAnswered)
        {
            return;
        }

        if (description is null)
        {
            Transaction.Respond(SipResponse.For(Transaction.Request, 488));
            return;
        }

        _session.Dialog = DialogSequence.Refresh(_session.Dialog, Transaction.Request);
        _session.LocalDescription = description;
        if (_offer is not null)
        {
            _session.Call.RemoteDescription = _offer;
        }

        var success = SipResponse.For(Transaction.Request, 200);
        success.Contact = _core.ContactFor(Transaction.Hop);
        Capabilities.AddAllow(success, _core.HasRegistrar);
        SdpBody.Write(success, description);
        _session.Answer(Transaction, success, OnAck, () => _ = ByeClient.Send(_session, SipCallEnd.Timeout));
    }

    private void OnAck(SipRequest ack)
    {
        if (_offer is not null)
        {
            return;
        }

        if (!SdpBody.TryRead(ack, out var answer) || answer is null)
        {
            _ = ByeClient.Send(_session, SipCallEnd.Error);
            return;
        }

        _session.Call.RemoteDescription = answer;
        _ = Task.Run(() => Ask(answer));
    }
}
