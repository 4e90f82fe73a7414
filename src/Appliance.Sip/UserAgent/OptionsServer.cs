using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>OPTIONS from a peer, in or out of a dialog (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-11.2">RFC 3261 §11.2</see>).</summary>
internal static class OptionsServer
{
    public static void Handle(UserAgentCore core, ServerTransaction transaction)
    {
        // §11.2: the status is the one that an INVITE would get now.
        var response = SipResponse.For(transaction.Request, core.IsAccepting ? 200 : 503, toTag: SipToken.Tag());
        if (!core.IsAccepting)
        {
            response.Headers.Set(SipHeaderNames.RetryAfter, ((int)core.Options.RetryAfter.TotalSeconds).ToString());
        }

        Capabilities.AddAllow(response, core.HasRegistrar);
        response.Headers.Set(SipHeaderNames.Accept, SdpBody.ContentType);
        response.Headers.Set("Accept-Encoding", "identity");
        response.Headers.Set(SipHeaderNames.Supported, string.Empty);
        transaction.Respond(response);
    }
}
