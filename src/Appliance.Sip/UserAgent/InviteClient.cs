using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>An INVITE of ours (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-13.2">RFC 3261 §13.2</see>). Signalling work only.</summary>
#pragma warning disable CA1001 // The timer ends with the INVITE.
internal sealed class InviteClient
#pragma warning restore CA1001
{
    // No real network forks a call wider; more would only let a peer make us hold state.
    private const int MostForks = 16;
    private readonly UserAgentCore _core;
    private readonly OutgoingInvite _invite;
    private readonly ClientRequest _request;
    private readonly Dictionary<string, AckClient> _acks = [];
    private readonly TaskCompletionSource<InviteOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _patience;
    private bool _cancelWanted;
    private bool _cancelSent;

    public InviteClient(UserAgentCore core, SipUri target, OutgoingInvite invite)
    {
        _core = core;
        _invite = invite;
        var (request, nextHop) = OutgoingRequests.Create(core, SipMethod.Invite, target, invite.From);
        foreach (var header in invite.Headers)
        {
            request.Headers.Add(header);
        }

        Capabilities.AddAllow(request, core.HasRegistrar);
        SdpBody.Write(request, invite.Offer);
        _request = new ClientRequest(core, request, nextHop, invite.Path)
        {
            Authentication = invite.Authentication ?? core.Options.Authentication,
            OnProvisional = OnProvisional,
            OnFinal = OnFinal,
            OnFailed = failure => Refused(ClientRequest.StatusOf(failure), reason: null),
        };
    }

    public Task<InviteOutcome> Outcome => _outcome.Task;

    public void Start()
    {
        _core.Outgoing.Add(this);
        _patience = _core.Time.CreateTimer(_ => _core.Queue.Post(Cancel), null, _core.Options.RingTimeout, Timeout.InfiniteTimeSpan);
        _request.Start();
    }

    /// <summary>Gives up (§9.1): CANCEL as soon as a provisional response allows it; a 2xx that crosses it is ended with BYE.</summary>
    public void Cancel()
    {
        _cancelWanted = true;
        _cancelSent = _cancelSent || _request.Cancel();
    }

    /// <summary>The user agent is gone before the peer answered.</summary>
    public void Abort() => Refused(503, reason: null);

    private void OnProvisional(SipResponse response)
    {
        if (_cancelWanted)
        {
            Cancel();
        }
        else
        {
            _invite.Progress?.Report(response);
        }
    }

    private void OnFinal(SipResponse response)
    {
        if (!response.IsSuccess)
        {
            Refused(response.Status, response.Reason);
            return;
        }

        var tag = response.To.Tag ?? string.Empty;
        if (_acks.TryGetValue(tag, out var ack))
        {
            // §13.2.2.4: each repeated 2xx means that the ACK was lost.
            ack.Repeat();
            return;
        }

        if (_acks.Count == MostForks)
        {
            return;
        }

        ack = new AckClient(_core);
        _acks.Add(tag, ack);
        var session = new CallSession(_core, DialogCreation.ForClient(_request.Request, response), _request.Hop!.Value)
        {
            Authentication = _request.Authentication,
        };
        if (_acks.Count > 1)
        {
            // Forked: the first 2xx won.
            Abandon(session, ack, SipCallEnd.Local);
        }
        else if (_cancelWanted)
        {
            Abandon(session, ack, SipCallEnd.Local);
            Refused(487, reason: null);
        }
        else
        {
            Establish(session, ack, response);
        }
    }

    private void Establish(CallSession session, AckClient ack, SipResponse response)
    {
        if (!SdpBody.TryRead(response, out var remote) || remote is null)
        {
            Abandon(session, ack, SipCallEnd.Error);
            Refused(488, "No Usable Session Description");
        }
        else if (_invite.Offer is not null)
        {
            Finish(session, ack, response, remote, _invite.Offer, body: null);
        }
        else
        {
            // The application is asked outside signalling; the peer repeats its 2xx meanwhile.
            _ = Task.Run(() =>
            {
                var answer = Ask(remote);
                _core.Queue.Post(() => Finish(session, ack, response, remote, answer, answer));
            });
        }
    }

    private SessionDescription? Ask(SessionDescription offer)
    {
        try
        {
            return _invite.AnswerOffer?.Invoke(offer);
        }
#pragma warning disable CA1031 // Handed to whoever placed the call.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _outcome.TrySetException(fault);
            return null;
        }
    }

    private void Finish(
        CallSession session,
        AckClient ack,
        SipResponse response,
        SessionDescription remote,
        SessionDescription? local,
        SessionDescription? body)
    {
        if (local is null)
        {
            Abandon(session, ack, SipCallEnd.Error);
            Refused(488, reason: null);
            return;
        }

        session.LocalDescription = local;
        session.Call.RemoteDescription = remote;
        ack.Send(session, _request.Request, body);
        if (_cancelWanted || session.IsOver)
        {
            _ = ByeClient.Send(session, SipCallEnd.Local);
            Refused(487, reason: null);
            return;
        }

        Close();
        _outcome.TrySetResult(new InviteOutcome(session.Call, response.Status, response.Reason));
        _core.CheckIdle();
    }

    private void Abandon(CallSession session, AckClient ack, SipCallEnd end)
    {
        ack.Send(session, _request.Request, body: null);
        _ = ByeClient.Send(session, end);
    }

    private void Close()
    {
        _core.Outgoing.Remove(this);
        _patience?.Dispose();
    }

    private void Refused(int status, string? reason)
    {
        Close();
        var shown = _cancelWanted ? 487 : status;
        _outcome.TrySetResult(new InviteOutcome(Call: null, shown, reason ?? SipStatus.ReasonFor(shown)));
        _core.CheckIdle();
    }
}
