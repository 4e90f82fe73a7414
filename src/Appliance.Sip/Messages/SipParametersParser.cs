namespace Appliance.Sip.Messages;

/// <summary>Reads <c>;name=value</c> behind a header value (generic-param) or inside a URI (uri-parameter).</summary>
internal static class SipParametersParser
{
    /// <summary>Header parameters to the end of the text: white space allowed, values may be quoted.</summary>
    public static bool TryParse(ref TextCursor cursor, out SipParameters parameters)
    {
        parameters = SipParameters.Empty;
        List<SipParameter>? items = null;
        cursor.SkipWhitespace();
        while (cursor.TryTake(';'))
        {
            var name = cursor.TakeToken();
            if (name.IsEmpty)
            {
                // A stray semicolon ("a;;b=c") is common and harmless.
                if (cursor.AtEnd || cursor.Current == ';')
                {
                    continue;
                }

                return false;
            }

            string? value = null;
            if (cursor.TryTake('=') && !TryTakeValue(ref cursor, out value))
            {
                return false;
            }

            (items ??= []).Add(new SipParameter(name.ToString(), value));
            cursor.SkipWhitespace();
        }

        if (items is not null)
        {
            parameters = SipParameters.From(items);
        }

        return cursor.AtEnd;
    }

    /// <summary>URI parameters, without the leading semicolon; no white space, no quotes; escapes stay as written.</summary>
    public static bool TryParseUri(ReadOnlySpan<char> text, out SipParameters parameters)
    {
        parameters = SipParameters.Empty;
        var items = new List<SipParameter>();
        foreach (var range in text.Split(';'))
        {
            var item = text[range];
            if (item.IsEmpty)
            {
                continue;
            }

            var equals = item.IndexOf('=');
            var name = equals < 0 ? item : item[..equals];
            if (name.IsEmpty)
            {
                return false;
            }

            items.Add(new SipParameter(name.ToString(), equals < 0 ? null : item[(equals + 1)..].ToString()));
        }

        parameters = SipParameters.From(items);
        return true;
    }

    private static bool TryTakeValue(ref TextCursor cursor, out string? value)
    {
        value = null;
        if (cursor.Current == '"')
        {
            if (!cursor.TryTakeQuoted(out var quoted))
            {
                return false;
            }

            value = quoted.ToString();
            return true;
        }

        var plain = cursor.TakeUntilAny("; \t,\"<>");
        value = plain.ToString();
        return !plain.IsEmpty;
    }
}
