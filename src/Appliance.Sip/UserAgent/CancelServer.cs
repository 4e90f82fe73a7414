using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>CANCEL from a peer (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-9.2">RFC 3261 §9.2</see>).</summary>
internal static class CancelServer
{
    public static void Handle(UserAgentCore core, ServerTransaction cancel)
    {
        if (core.Layer.FindCancelled(cancel.Request) is not { } invite)
        {
            UserAgentCore.Refuse(cancel, 481);
            return;
        }

        // The CANCEL itself succeeds even when it comes too late; the peer then gets the 2xx and sends BYE.
        var pending = core.Incoming.GetValueOrDefault(invite);
        cancel.Respond(SipResponse.For(cancel.Request, 200, toTag: pending?.LocalTag ?? SipToken.Tag()));
        if (pending is not null)
        {
            pending.Cancel();
        }
        else if (core.FindSession(invite.Request) is { } session && session.IsAnswering(invite))
        {
            UserAgentCore.Refuse(invite, 487);
        }
    }
}
