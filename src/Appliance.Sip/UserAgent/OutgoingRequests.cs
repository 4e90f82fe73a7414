using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>Builds requests outside dialogs (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-8.1.1">RFC 3261 §8.1.1</see>).</summary>
internal static class OutgoingRequests
{
    private const int MaxForwards = 70;
    private const string UnknownHost = "appliance.invalid";

    /// <summary>The request without Via, Contact and body, and the URI to send it to.</summary>
    public static (SipRequest Request, SipUri NextHop) Create(UserAgentCore core, SipMethod method, SipUri target, NameAddress? from)
    {
        // §19.1.5: headers in the URI are for whoever wrote it, not for the wire.
        var uri = target with { Headers = null, Parameters = target.Parameters.Without("method") };
        var request = new SipRequest(method, uri);
        if (core.Options.OutboundProxy is { } proxy)
        {
            var loose = proxy.IsLooseRouter ? proxy : proxy with { Parameters = proxy.Parameters.With("lr") };
            request.Headers.Add(SipHeaderNames.Route, new NameAddress(loose).ToString());
        }

        request.MaxForwards = MaxForwards;
        request.From = (from ?? OwnAddress(core)).WithTag(SipToken.Tag());
        request.To = new NameAddress(uri);
        request.CallId = SipToken.CallId();
        request.CSeq = new CSeqHeader(1, method);
        return (request, core.Options.OutboundProxy ?? uri);
    }

    /// <summary>Puts our own address into From where it was not known before the way to the peer was.</summary>
    public static void FillFrom(SipRequest request, string address)
    {
        if (string.Equals(request.From.Uri.Host, UnknownHost, StringComparison.Ordinal))
        {
            request.From = request.From with { Uri = request.From.Uri with { Host = address } };
        }
    }

    private static NameAddress OwnAddress(UserAgentCore core) => new(new SipUri(UnknownHost) { User = core.Options.User });
}
