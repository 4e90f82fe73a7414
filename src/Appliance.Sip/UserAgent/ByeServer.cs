using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>BYE from the peer (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-15.1.2">RFC 3261 §15.1.2</see>).</summary>
internal static class ByeServer
{
    public static void Handle(CallSession session, ServerTransaction transaction)
    {
        transaction.Respond(SipResponse.For(transaction.Request, 200));
        if (!session.Dialog.IsConfirmed)
        {
            // §15: a caller may end an early dialog so; its INVITE is answered 487.
            session.EndEarly?.Invoke();
        }

        session.End(SipCallEnd.Remote);
    }
}
