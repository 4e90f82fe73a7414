using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>What every request is checked for, in the order of <see href="https://www.rfc-editor.org/rfc/rfc3261#section-8.2">RFC 3261 §8.2</see>.</summary>
internal static class RequestChecks
{
    /// <summary>The refusal, or null where the request may be handled.</summary>
    public static SipResponse? Refusal(ServerTransaction transaction, TransactionLayer layer, bool registrar)
    {
        var request = transaction.Request;
        if (!Capabilities.Takes(request.Method, registrar))
        {
            var refusal = Refuse(request, Capabilities.RefusalOf(request.Method));
            Capabilities.AddAllow(refusal, registrar);
            return refusal;
        }

        // §8.2.2.1; sips needs TLS, which this box does not offer.
        if (!request.Uri.IsSip || !string.Equals(request.Uri.Scheme, "sip", StringComparison.Ordinal))
        {
            return Refuse(request, 416);
        }

        // §8.2.2.2
        if (layer.IsMerged(transaction))
        {
            return Refuse(request, 482);
        }

        return request.Method == SipMethod.Cancel ? null : RefusalOfExtensions(request) ?? RefusalOfContent(request);
    }

    // §8.2.2.3: no extension is supported.
    private static SipResponse? RefusalOfExtensions(SipRequest request)
    {
        if (request.Require is not { Count: > 0 } required)
        {
            return null;
        }

        var refusal = Refuse(request, 420);
        refusal.Headers.Set(SipHeaderNames.Unsupported, string.Join(", ", required));
        return refusal;
    }

    // §8.2.3: SDP is understood where a session is described; bodies of other requests are not looked at.
    private static SipResponse? RefusalOfContent(SipRequest request)
    {
        if (request.Method != SipMethod.Invite || request.Body.IsEmpty)
        {
            return null;
        }

        var encoding = request.Headers.Get(SipHeaderNames.ContentEncoding);
        var isPlain = encoding is null || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);
        if (isPlain && string.Equals(request.ContentType, SdpBody.ContentType, StringComparison.Ordinal))
        {
            return null;
        }

        var refusal = Refuse(request, 415);
        refusal.Headers.Set(SipHeaderNames.Accept, SdpBody.ContentType);
        refusal.Headers.Set("Accept-Encoding", "identity");
        return refusal;
    }

    private static SipResponse Refuse(SipRequest request, int status) => SipResponse.For(request, status, toTag: SipToken.Tag());
}
