using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>What merged requests share: the same request came over two paths (RFC 3261 §8.2.2.2).</summary>
internal readonly record struct MergeKey(string CallId, string? FromTag, CSeqHeader CSeq)
{
    /// <summary>Null for requests inside a dialog and for ACK and CANCEL, which cannot be merged.</summary>
    public static MergeKey? Of(SipRequest request) =>
        request.To.Tag is null && request.Method != SipMethod.Ack && request.Method != SipMethod.Cancel
            ? new MergeKey(request.CallId, request.From.Tag, request.CSeq)
            : null;
}
