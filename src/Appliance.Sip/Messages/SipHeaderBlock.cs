using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>Reads header lines up to the empty line (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.3">RFC 3261 §7.3</see>).</summary>
internal static class SipHeaderBlock
{
    private const int LongestName = 128;

    /// <summary>Fills the message's headers; returns the first error but reads on where that is safe.</summary>
    public static SipParseResult Read(ref SipLineReader reader, SipLimits limits, SipMessage message)
    {
        SipParseResult first = default;
        while (true)
        {
            var offset = reader.Position;
            if (reader.AtEnd)
            {
                // A datagram that ends behind a whole line has ended its headers too (RFC 4475's own baddn is such a one).
                return first;
            }

            if (!reader.TryTakeLine(canFold: true, out var line))
            {
                return first.IsSuccess ? new SipParseResult(SipParseError.HeadersNotEnded, offset) : first;
            }

            if (line.IsEmpty)
            {
                return first;
            }

            var result = line.Length > limits.MaxLineBytes
                ? new SipParseResult(SipParseError.LineTooLong, offset)
                : ReadLine(line, offset, limits, message);
            first = first.IsSuccess ? result : first;
            if (result.Error == SipParseError.TooManyHeaders)
            {
                return first;
            }
        }
    }

    private static SipParseResult ReadLine(ReadOnlySpan<byte> line, int offset, SipLimits limits, SipMessage message)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || HasStrayReturn(line) || !TryReadName(line[..colon], out var name))
        {
            return new SipParseResult(SipParseError.BadHeaderLine, offset);
        }

        var value = SipLineReader.Decode(line[(colon + 1)..]);
        if (!SipHeaderNames.IsAddressList(name))
        {
            return Add(message, new SipHeader(name, value), offset, limits);
        }

        var first = value.Length == 0 ? new SipParseResult(SipParseError.BadHeaderValue, offset, name) : default;
        ReadOnlySpan<char> rest = value;
        while (CommaList.TryTakeNext(ref rest, out var item))
        {
            var result = Add(message, new SipHeader(name, item.ToString()), offset, limits);
            first = first.IsSuccess ? result : first;
            if (result.Error == SipParseError.TooManyHeaders)
            {
                break;
            }
        }

        return first;
    }

    private static SipParseResult Add(SipMessage message, SipHeader header, int offset, SipLimits limits)
    {
        if (message.Headers.Count >= limits.MaxHeaders)
        {
            return new SipParseResult(SipParseError.TooManyHeaders, offset);
        }

        message.Headers.Add(header);
        return SipMessageRules.IsWellFormed(header)
            ? default
            : new SipParseResult(SipParseError.BadHeaderValue, offset, header.Name);
    }

    private static bool TryReadName(ReadOnlySpan<byte> bytes, out string name)
    {
        name = string.Empty;
        var trimmed = bytes.TrimEnd(" \t"u8);
        if (trimmed.IsEmpty || trimmed.Length > LongestName)
        {
            return false;
        }

        Span<char> chars = stackalloc char[LongestName];
        var length = Encoding.Latin1.GetChars(trimmed, chars);
        if (!SipGrammar.IsToken(chars[..length]))
        {
            return false;
        }

        name = SipHeaderNames.Canonical(chars[..length]);
        return true;
    }

    private static bool HasStrayReturn(ReadOnlySpan<byte> line)
    {
        for (var at = line.IndexOf((byte)'\r'); at >= 0; at = line.IndexOf((byte)'\r'))
        {
            if (at + 1 >= line.Length || line[at + 1] != (byte)'\n')
            {
                return true;
            }

            line = line[(at + 2)..];
        }

        return false;
    }
}
