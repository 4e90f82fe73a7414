using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>The two requests that follow an INVITE on the same hop, with the same Via.</summary>
internal static class HopRequests
{
    /// <summary>CANCEL (RFC 3261 §9.1): everything that identifies the INVITE, and its Route.</summary>
    public static SipRequest Cancel(SipRequest invite) => Follow(invite, SipMethod.Cancel, invite.To);

    /// <summary>ACK for a 300–699 response (RFC 3261 §17.1.1.3): To is that of the response.</summary>
    public static SipRequest Ack(SipRequest invite, SipResponse refusal) => Follow(invite, SipMethod.Ack, refusal.To);

    private static SipRequest Follow(SipRequest invite, SipMethod method, NameAddress to)
    {
        var request = new SipRequest(method, invite.Uri);
        request.Headers.Add(invite.Headers.Find(SipHeaderNames.Via)!);
        foreach (var route in invite.Headers.All(SipHeaderNames.Route))
        {
            request.Headers.Add(route);
        }

        request.MaxForwards = 70;
        request.Headers.Add(invite.Headers.Find(SipHeaderNames.From)!);
        request.To = to;
        request.CallId = invite.CallId;
        request.CSeq = new CSeqHeader(invite.CSeq.Number, method);
        return request;
    }
}
