using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>OPTIONS to a peer (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-11.1">RFC 3261 §11.1</see>).</summary>
internal static class OptionsClient
{
    public static void Send(UserAgentCore core, SipUri target, TaskCompletionSource<OptionsOutcome> done)
    {
        var (request, nextHop) = OutgoingRequests.Create(core, SipMethod.Options, target, from: null);
        request.Headers.Set(SipHeaderNames.Accept, SdpBody.ContentType);
        new ClientRequest(core, request, nextHop, previous: null)
        {
            Authentication = core.Options.Authentication,
            OnFinal = response => done.TrySetResult(new OptionsOutcome(response.Status, response.Allow)),
            OnFailed = failure => done.TrySetResult(new OptionsOutcome(ClientRequest.StatusOf(failure), [])),
        }.Start();
    }
}
