namespace Appliance.Sip.Messages;

/// <summary>Splits comma-separated values; commas inside quotes or angle brackets do not separate
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.3.1">RFC 3261 §7.3.1</see>).</summary>
internal static class CommaList
{
    /// <summary>Takes the first value off <paramref name="rest"/>, trimmed; false when nothing is left.</summary>
    public static bool TryTakeNext(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        if (rest.IsEmpty)
        {
            value = default;
            return false;
        }

        var end = IndexOfSeparator(rest);
        value = rest[..end].Trim();
        rest = end < rest.Length ? rest[(end + 1)..] : default;
        return true;
    }

    /// <summary>All values that are not empty.</summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        var values = new List<string>();
        while (TryTakeNext(ref text, out var value))
        {
            if (!value.IsEmpty)
            {
                values.Add(value.ToString());
            }
        }

        return values;
    }

    private static int IndexOfSeparator(ReadOnlySpan<char> text)
    {
        var inBrackets = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when !inBrackets:
                    // An open quote swallows the rest; the value's own parser refuses it.
                    var length = TextCursor.QuotedLength(text[i..]);
                    if (length == 0)
                    {
                        return text.Length;
                    }

                    i += length - 1;
                    break;
                case '<':
                    inBrackets = true;
                    break;
                case '>':
                    inBrackets = false;
                    break;
                case ',' when !inBrackets:
                    return i;
            }
        }

        return text.Length;
    }
}
