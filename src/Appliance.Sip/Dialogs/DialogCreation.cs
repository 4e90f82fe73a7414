using System.Collections.Immutable;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Dialogs;

/// <summary>Makes dialogs from an INVITE and its response.</summary>
public static class DialogCreation
{
    /// <summary>The server's side (RFC 3261 §12.1.1); null where the request has no usable Contact (400).</summary>
    /// <param name="invite">The request.</param>
    /// <param name="localTag">The tag that our response carries.</param>
    /// <param name="firstSequence">The CSeq number before our first request.</param>
    public static Dialog? ForServer(SipRequest invite, string localTag, uint firstSequence) =>
        invite.Contact is not { Uri.IsSip: true } contact
            ? null
            : new Dialog
            {
                Id = new DialogId(invite.CallId, localTag, invite.From.Tag ?? string.Empty),
                Local = invite.To.WithTag(localTag),
                Remote = invite.From,
                RemoteTarget = contact.Uri,
                RouteSet = [.. invite.RecordRoutes],
                LocalSequence = firstSequence,
                RemoteSequence = invite.CSeq.Number,
            };

    /// <summary>The client's side (RFC 3261 §12.1.2): the route set is read backwards. A 2xx without Contact, which the RFC
    /// forbids, is sent to the address that the INVITE had, so that it can at least be ended.</summary>
    public static Dialog ForClient(SipRequest invite, SipResponse response) => new()
    {
        Id = IdForClient(invite, response),
        Local = invite.From,
        Remote = response.To,
        RemoteTarget = response.Contact is { Uri.IsSip: true } contact ? contact.Uri : invite.Uri,
        RouteSet = [.. response.RecordRoutes.Reverse()],
        LocalSequence = invite.CSeq.Number,
        IsConfirmed = response.IsSuccess,
    };

    /// <summary>Which dialog a response to our INVITE belongs to.</summary>
    public static DialogId IdForClient(SipRequest invite, SipResponse response) =>
        new(invite.CallId, invite.From.Tag ?? string.Empty, response.To.Tag ?? string.Empty);

    /// <summary>Which dialog a received request names (RFC 3261 §12.2.2); null where To has no tag, i.e. outside dialogs.</summary>
    public static DialogId? IdOfRequest(SipRequest request) =>
        request.To.Tag is { Length: > 0 } localTag ? new DialogId(request.CallId, localTag, request.From.Tag ?? string.Empty) : null;
}
