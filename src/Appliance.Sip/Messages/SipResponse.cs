namespace Appliance.Sip.Messages;

/// <summary>A response (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.2">RFC 3261 §7.2</see>).</summary>
/// <param name="status">100…699.</param>
/// <param name="reason">Text for people; null takes the usual one.</param>
public sealed class SipResponse(int status, string? reason = null) : SipMessage
{
    private static readonly string[] s_copied =
    [
        SipHeaderNames.Via, SipHeaderNames.From, SipHeaderNames.To, SipHeaderNames.CallId, SipHeaderNames.CSeq,
    ];

    /// <summary>100…699.</summary>
    public int Status { get; } = status;

    /// <summary>Text for people; may be empty.</summary>
    public string Reason { get; } = reason ?? SipStatus.ReasonFor(status);

    /// <summary>1xx.</summary>
    public bool IsProvisional => Status < 200;

    /// <summary>2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>200 and above.</summary>
    public bool IsFinal => Status >= 200;

    /// <inheritdoc/>
    public override string StartLine => $"{Version} {Status} {Reason}";

    /// <summary>The answer to a request, with the headers that must be copied (RFC 3261 §8.2.6.2); Record-Route goes into
    /// answers that can make a dialog (§12.1.1).</summary>
    /// <param name="request">May be a partial one: headers that are missing there are missing here.</param>
    /// <param name="status">100…699.</param>
    /// <param name="reason">Null takes the usual text.</param>
    /// <param name="toTag">Added to To where it has no tag yet; null leaves To alone (100).</param>
    public static SipResponse For(SipRequest request, int status, string? reason = null, string? toTag = null)
    {
        var response = new SipResponse(status, reason);
        foreach (var name in s_copied)
        {
            foreach (var header in request.Headers.All(name))
            {
                response.Headers.Add(header);
            }
        }

        if (status == 100 && request.Headers.Find(SipHeaderNames.Timestamp) is { } timestamp)
        {
            response.Headers.Add(timestamp);
        }

        if (status is > 100 and < 300)
        {
            foreach (var header in request.Headers.All(SipHeaderNames.RecordRoute))
            {
                response.Headers.Add(header);
            }
        }

        if (toTag is not null && response.Headers.Find(SipHeaderNames.To)?.AsAddress() is { Tag: null } to)
        {
            response.To = to.WithTag(toTag);
        }

        return response;
    }
}
