using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.UserAgent;

/// <summary>INVITE of ours within a call (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-14.1">RFC 3261 §14.1</see>). Signalling work only.</summary>
internal sealed class ReinviteClient(UserAgentCore core, CallSession session, SessionDescription offer, TaskCompletionSource<ReofferOutcome> done)
{
    private ClientRequest? _request;
    private AckClient? _ack;

    public void Start()
    {
        if (session.IsOver)
        {
            done.TrySetResult(new ReofferOutcome(481, Answer: null));
            return;
        }

        // §14.1: one INVITE at a time, in either direction.
        if (session.IsReoffering || session.Reinvite is not null || session.IsUnacknowledged)
        {
            done.TrySetResult(new ReofferOutcome(491, Answer: null));
            return;
        }

        session.IsReoffering = true;
        _ = FollowEndAsync();
        _request = session.Send(SipMethod.Invite, OnFinal, failure => OnRefused(ClientRequest.StatusOf(failure)), offer);
    }

    private void OnFinal(SipResponse response)
    {
        if (!response.IsSuccess)
        {
            OnRefused(response.Status);
        }
        else if (_ack is not null)
        {
            _ack.Repeat();
        }
        else
        {
            OnAccepted(response);
        }
    }

    private void OnAccepted(SipResponse response)
    {
        session.IsReoffering = false;
        session.Dialog = DialogSequence.Refresh(session.Dialog, response);
        _ack = new AckClient(core);
        _ack.Send(session, _request!.Request, body: null);
        if (SdpBody.TryRead(response, out var answer) && answer is not null)
        {
            session.LocalDescription = offer;
            session.Call.RemoteDescription = answer;
            done.TrySetResult(new ReofferOutcome(response.Status, answer));
            return;
        }

        _ = ByeClient.Send(session, SipCallEnd.Error);
        done.TrySetResult(new ReofferOutcome(488, Answer: null));
    }

    private void OnRefused(int status)
    {
        session.IsReoffering = false;

        // §12.2.1.2: the peer does not know the dialog any more, or is gone.
        if (status is 408 or 481)
        {
            _ = ByeClient.Send(session, SipCallEnd.Timeout);
        }

        done.TrySetResult(new ReofferOutcome(status, Answer: null));
    }

    // A call that is over agrees to nothing, whatever the peer still answers.
    private async Task FollowEndAsync()
    {
        await session.Call.Ended;
        done.TrySetResult(new ReofferOutcome(481, Answer: null));
    }
}
