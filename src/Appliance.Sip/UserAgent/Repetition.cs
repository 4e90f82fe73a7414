using Appliance.Sip.Messages;

namespace Appliance.Sip.UserAgent;

/// <summary>A request sent anew, for example with credentials (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-8.1.3.5">RFC 3261 §8.1.3.5</see>).</summary>
internal static class Repetition
{
    /// <summary>The same request with another CSeq number and without Via, which the transaction layer adds.</summary>
    public static SipRequest Of(SipRequest request, uint sequence)
    {
        var copy = new SipRequest(request.Method, request.Uri) { Body = request.Body };
        foreach (var header in request.Headers.Where(h => !h.Is(SipHeaderNames.Via)))
        {
            copy.Headers.Add(header);
        }

        copy.CSeq = new CSeqHeader(sequence, request.Method);
        return copy;
    }
}
