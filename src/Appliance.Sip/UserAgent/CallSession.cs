using Appliance.Sip.Authentication;
using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>One call's dialog and what goes on in it. Signalling work only.</summary>
internal sealed class CallSession
{
    private readonly UserAgentCore _core;
    private readonly SipHop _hop;
    private SuccessRepeater? _repeater;

    public CallSession(UserAgentCore core, Dialog dialog, SipHop hop)
    {
        _core = core;
        _hop = hop;
        Dialog = dialog;
        Call = new SipCall(this, core);
        core.Sessions[dialog.Id] = this;
    }

    public Dialog Dialog { get; set; }

    /// <summary>What the application sees.</summary>
    public SipCall Call { get; }

    /// <summary>Our description as last agreed; offered again when a re-INVITE brings none.</summary>
    public SessionDescription? LocalDescription { get; set; }

    /// <summary>Answers challenges to requests within the call; null where there is none.</summary>
    public DigestClient? Authentication { get; init; }

    /// <summary>Whether an INVITE of ours within the call has no final response yet.</summary>
    public bool IsReoffering { get; set; }

    /// <summary>Ends the INVITE that made an early dialog, when the caller sends BYE for it.</summary>
    public Action? EndEarly { get; set; }

    /// <summary>The re-INVITE that is being answered; null when there is none.</summary>
    public ReinviteServer? Reinvite { get; set; }

    /// <summary>Whether the ACK for our last 2xx is still missing.</summary>
    public bool IsUnacknowledged => _repeater is not null;

    public bool IsOver { get; private set; }

    /// <summary>The way that this dialog's messages take.</summary>
    public SipHop Hop => _hop;

    /// <summary>Sends the 2xx to an INVITE and repeats it until <see cref="OnAck"/>; then, or after 64·T1, calls back.</summary>
    public void Answer(ServerTransaction invite, SipResponse success, Action<SipRequest> acknowledged, Action timedOut)
    {
        _repeater?.Stop();
        _repeater = new SuccessRepeater(_core, invite, success, acknowledged, timedOut);
        invite.Respond(success);
    }

    public void OnAck(SipRequest ack)
    {
        if (_repeater is { } repeater && repeater.Sequence == ack.CSeq.Number)
        {
            _repeater = null;
            repeater.Stop();
            repeater.Acknowledged(ack);
        }
    }

    /// <summary>A request of the peer that is in order.</summary>
    public void OnRequest(ServerTransaction transaction)
    {
        if (transaction.Request.Method == SipMethod.Bye)
        {
            ByeServer.Handle(this, transaction);
        }
        else if (transaction.Request.Method == SipMethod.Invite)
        {
            ReinviteServer.Begin(_core, this, transaction);
        }
        else
        {
            OptionsServer.Handle(_core, transaction);
        }
    }

    public bool IsAnswering(ServerTransaction invite) => ReferenceEquals(Reinvite?.Transaction, invite);

    /// <summary>Sends a request within the dialog.</summary>
    public ClientRequest Send(
        SipMethod method,
        Action<SipResponse> onFinal,
        Action<TransactionFailure> onFailed,
        SessionDescription? body = null)
    {
        (Dialog, var next) = DialogRequests.Next(Dialog, method);
        SdpBody.Write(next.Request, body);
        var request = new ClientRequest(_core, next.Request, next.NextHop, _hop)
        {
            Authentication = Authentication,
            NextSequence = NextSequence,
            OnFinal = onFinal,
            OnFailed = onFailed,
        };
        request.Start();
        return request;
    }

    /// <summary>Ends the call here; what goes to the peer is the caller's matter.</summary>
    public void End(SipCallEnd end)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        _repeater?.Stop();
        _repeater = null;
        _core.Sessions.Remove(Dialog.Id);
        if (Reinvite is { Transaction.IsAnswered: false } pending)
        {
            UserAgentCore.Refuse(pending.Transaction, 487);
        }

        Call.SetEnded(end);
        _core.CheckIdle();
    }

    private uint NextSequence()
    {
        Dialog = Dialog with { LocalSequence = Dialog.LocalSequence + 1 };
        return Dialog.LocalSequence;
    }
}
