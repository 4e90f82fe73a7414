namespace Appliance.Sip.Messages;

/// <summary>What every message must have for the stack to work with it
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-8.1.1">RFC 3261 §8.1.1</see>).</summary>
internal static class SipMessageRules
{
    private static readonly string[] s_mandatory =
    [
        SipHeaderNames.Via, SipHeaderNames.From, SipHeaderNames.To, SipHeaderNames.CallId, SipHeaderNames.CSeq,
    ];

    private static readonly string[] s_single =
    [
        SipHeaderNames.From, SipHeaderNames.To, SipHeaderNames.CallId, SipHeaderNames.CSeq, SipHeaderNames.MaxForwards,
        SipHeaderNames.ContentLength, SipHeaderNames.ContentType,
    ];

    /// <summary>Whether a header that the stack reads follows its grammar; others always do.</summary>
    public static bool IsWellFormed(SipHeader header) => header.Name switch
    {
        SipHeaderNames.Via => header.AsVia() is not null,
        SipHeaderNames.From or SipHeaderNames.To or SipHeaderNames.Route or SipHeaderNames.RecordRoute => header.AsAddress() is not null,
        SipHeaderNames.Contact => header.Value == "*" || header.AsAddress() is not null,
        SipHeaderNames.CSeq => header.AsCSeq() is not null,
        SipHeaderNames.CallId => header.Value.Length > 0,
        SipHeaderNames.MaxForwards => SipGrammar.TryParseNumber(header.Value, 255, out _),
        SipHeaderNames.ContentLength => SipGrammar.TryParseNumber(header.Value, uint.MaxValue, out _),
        _ => true,
    };

    /// <summary>Rules over the whole message.</summary>
    public static SipParseResult Check(SipMessage message, int offset)
    {
        foreach (var name in s_mandatory)
        {
            if (!message.Headers.Contains(name))
            {
                return new SipParseResult(SipParseError.MissingHeader, offset, name);
            }
        }

        foreach (var name in s_single)
        {
            if (message.Headers.All(name).Skip(1).Any())
            {
                return new SipParseResult(SipParseError.DuplicateHeader, offset, name);
            }
        }

        return message is SipRequest request && request.Method != request.CSeq.Method
            ? new SipParseResult(SipParseError.MethodMismatch, offset, SipHeaderNames.CSeq)
            : default;
    }
}
