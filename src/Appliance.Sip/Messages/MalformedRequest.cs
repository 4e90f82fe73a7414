namespace Appliance.Sip.Messages;

/// <summary>Tells the sender of a request that could not be read whole what is wrong
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-8.2">RFC 3261 §8.2</see>, RFC 4475 §3.1.2).</summary>
public static class MalformedRequest
{
    /// <summary>The answer, or null where none can be sent: responses, ACK, and requests whose Via, From, To, Call-ID or CSeq
    /// cannot be copied.</summary>
    /// <param name="message">What <see cref="SipParser.Parse"/> gave back with an error.</param>
    /// <param name="result">That error.</param>
    public static SipResponse? Answer(SipMessage? message, SipParseResult result)
    {
        if (message is not SipRequest request || result.IsSuccess || request.Method == SipMethod.Ack || !CanBeAnswered(request))
        {
            return null;
        }

        return result.Error switch
        {
            SipParseError.UnsupportedVersion => SipResponse.For(request, 505),
            SipParseError.MessageTooLarge => SipResponse.For(request, 513),
            SipParseError.BodyTooLarge => SipResponse.For(request, 413),
            _ => SipResponse.For(request, 400, "Bad Request (" + Describe(result) + ")"),
        };
    }

    private static bool CanBeAnswered(SipRequest request) =>
        request.Headers.Find(SipHeaderNames.Via)?.AsVia() is not null
        && request.Headers.Contains(SipHeaderNames.From)
        && request.Headers.Contains(SipHeaderNames.To)
        && request.Headers.Contains(SipHeaderNames.CallId)
        && request.Headers.Contains(SipHeaderNames.CSeq);

    private static string Describe(SipParseResult result) => result.Header is null ? result.Error.ToString() : result.Error + " " + result.Header;
}
