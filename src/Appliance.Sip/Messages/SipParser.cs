namespace Appliance.Sip.Messages;

/// <summary>Reads one message (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7">RFC 3261 §7</see>). Never throws on
/// what a peer sends, and takes memory only for bytes that are really there.</summary>
public static class SipParser
{
    /// <summary>Reads the message that <paramref name="data"/> holds whole; bytes behind its body are ignored (§18.3).</summary>
    /// <param name="data">A datagram, or one framed message of a stream.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="message">On success the message. On an error the partial one, as far as it could be read, or null:
    /// <see cref="MalformedRequest.Answer"/> tells the sender of a request.</param>
    public static SipParseResult Parse(ReadOnlySpan<byte> data, SipLimits limits, out SipMessage? message)
    {
        message = null;
        if (data.Length > limits.MaxMessageBytes)
        {
            return new SipParseResult(SipParseError.MessageTooLarge);
        }

        var start = data.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0)
        {
            return new SipParseResult(SipParseError.Empty);
        }

        var reader = new SipLineReader(data, start);
        if (!reader.TryTakeLine(canFold: false, out var startLine))
        {
            return new SipParseResult(SipParseError.HeadersNotEnded, start);
        }

        if (startLine.Length > limits.MaxLineBytes)
        {
            return new SipParseResult(SipParseError.LineTooLong, start);
        }

        var result = new SipParseResult(SipStartLine.Parse(startLine, out message), start);
        if (message is null)
        {
            return result;
        }

        // Reading goes on behind the first error: the answer needs Via, From, To, Call-ID and CSeq.
        var headers = SipHeaderBlock.Read(ref reader, limits, message);
        result = result.IsSuccess ? headers : result;
        result = result.IsSuccess ? SipMessageRules.Check(message, start) : result;
        return result.IsSuccess ? TakeBody(data[reader.Position..], reader.Position, limits, message) : result;
    }

    private static SipParseResult TakeBody(ReadOnlySpan<byte> rest, int offset, SipLimits limits, SipMessage message)
    {
        var length = (uint)rest.Length;
        if (message.Headers.Get(SipHeaderNames.ContentLength) is { } text
            && !SipGrammar.TryParseNumber(text, uint.MaxValue, out length))
        {
            return new SipParseResult(SipParseError.BadHeaderValue, offset, SipHeaderNames.ContentLength);
        }

        if (length > limits.MaxBodyBytes)
        {
            return new SipParseResult(SipParseError.BodyTooLarge, offset, SipHeaderNames.ContentLength);
        }

        if (length > rest.Length)
        {
            return new SipParseResult(SipParseError.BodyTruncated, offset, SipHeaderNames.ContentLength);
        }

        message.Body = length == 0 ? default : rest[..(int)length].ToArray();
        return default;
    }
}
