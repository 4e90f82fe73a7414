using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>
/// The ACK for one 2xx (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-13.2.2.4">RFC 3261 §13.2.2.4</see>), kept to be
/// sent again as it was for each repetition of the 2xx.
/// </summary>
internal sealed class AckClient(UserAgentCore core)
{
    private SipRequest? _ack;
    private SipHop? _hop;

    public void Send(CallSession session, SipRequest invite, SessionDescription? body)
    {
        var ack = DialogRequests.Ack(session.Dialog, invite.CSeq.Number);

        // §22.1: an ACK cannot be challenged, so it carries the credentials of its INVITE.
        foreach (var header in invite.Headers.Where(h => h.Is(SipHeaderNames.Authorization) || h.Is(SipHeaderNames.ProxyAuthorization)))
        {
            ack.Request.Headers.Add(header);
        }

        SdpBody.Write(ack.Request, body);
        _ack = ack.Request;
        var resolving = core.Resolver.ResolveAsync(ack.NextHop, session.Hop);
        if (resolving.IsCompletedSuccessfully)
        {
            Send(resolving.Result);
        }
        else
        {
            _ = ContinueAsync(resolving.AsTask());
        }
    }

    /// <summary>Sends it again; nothing where the answer that it carries is not known yet.</summary>
    public void Repeat() => Send(_hop);

    private async Task ContinueAsync(Task<SipHop?> resolving)
    {
        var hop = await resolving;
        core.Queue.Post(() => Send(hop));
    }

    private void Send(SipHop? hop)
    {
        _hop = hop;
        if (hop is { } found && _ack is not null)
        {
            core.Layer.SendAck(_ack, found);
        }
    }
}
