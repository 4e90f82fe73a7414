using Appliance.Sip.Messages;

namespace Appliance.Sip.Dialogs;

/// <summary>Checks the order of the peer's requests and takes over its new address.</summary>
public static class DialogSequence
{
    /// <summary>The dialog after a request of the peer, or null where the request is out of order and must be answered 500
    /// (RFC 3261 §12.2.2). Gaps are allowed. ACK and CANCEL have their INVITE's number and are not given here.</summary>
    public static Dialog? Receive(Dialog dialog, SipRequest request) =>
        dialog.RemoteSequence is { } last && request.CSeq.Number <= last
            ? null
            : dialog with { RemoteSequence = request.CSeq.Number };

    /// <summary>Target refresh by a re-INVITE or its 2xx (RFC 3261 §12.2): a Contact there replaces the remote target.</summary>
    public static Dialog Refresh(Dialog dialog, SipMessage message) =>
        message.Contact is { Uri.IsSip: true } contact ? dialog with { RemoteTarget = contact.Uri } : dialog;
}
