using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>Which transaction a message belongs to (RFC 3261 §17.1.3 and §17.2.3).</summary>
/// <param name="Id">Branch, or the RFC 2543 headers where there is none.</param>
/// <param name="SentBy">The topmost Via's host and port, lower case: other clients may have picked the same branch.</param>
/// <param name="Method">The transaction's method; INVITE for its ACK.</param>
internal readonly record struct TransactionKey(string Id, string SentBy, SipMethod Method)
{
    /// <summary>Key of a received request; an ACK has the key of its INVITE.</summary>
    public static TransactionKey OfRequest(SipRequest request) =>
        OfRequest(request, request.Method == SipMethod.Ack ? SipMethod.Invite : request.Method);

    /// <summary>Key that a CANCEL's INVITE has (RFC 3261 §9.2).</summary>
    public static TransactionKey OfCancelled(SipRequest cancel) => OfRequest(cancel, SipMethod.Invite);

    /// <summary>Key of a response: our own branch and the method in CSeq.</summary>
    public static TransactionKey OfResponse(SipResponse response) =>
        new(response.TopVia.Branch ?? string.Empty, string.Empty, response.CSeq.Method);

    /// <summary>Key of a request that is sent with the given branch.</summary>
    public static TransactionKey OfClient(string branch, SipMethod method) => new(branch, string.Empty, method);

    private static TransactionKey OfRequest(SipRequest request, SipMethod method)
    {
        var via = request.TopVia;
        var sentBy = via.SentBy.ToLowerInvariant();
        return via.Branch is { } branch && branch.StartsWith(ViaHeader.MagicCookie, StringComparison.OrdinalIgnoreCase)
            ? new TransactionKey(branch, sentBy, method)
            : new TransactionKey(OldId(request), sentBy, method);
    }

    // §17.2.3, RFC 2543 clients. To tags are left out: the INVITE has none and its ACK has ours.
    private static string OldId(SipRequest request) =>
        string.Join('\n', request.CallId, request.CSeq.Number, request.From.Tag, request.Uri, request.TopVia);
}
