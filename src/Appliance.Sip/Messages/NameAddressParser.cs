using System.Diagnostics.CodeAnalysis;

namespace Appliance.Sip.Messages;

/// <summary>Reads <c>"Name" &lt;uri&gt;;params</c>, <c>Name &lt;uri&gt;</c> and bare <c>uri;params</c>
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-20.10">RFC 3261 §20.10</see>).</summary>
internal static class NameAddressParser
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address)
    {
        address = null;
        var cursor = new TextCursor(text);
        cursor.SkipWhitespace();
        string? displayName = null;
        if (cursor.Current == '"')
        {
            if (!cursor.TryTakeQuoted(out var quoted))
            {
                return false;
            }

            displayName = SipGrammar.Unquote(quoted);
            cursor.SkipWhitespace();
            if (cursor.Current != '<')
            {
                return false;
            }
        }
        else if (cursor.Rest.Contains('<'))
        {
            // Lenient: an unquoted name may hold characters outside token (RFC 4475 §3.1.2.15).
            var name = cursor.TakeUntilAny("<").Trim();
            if (name.Contains('"'))
            {
                return false;
            }

            displayName = name.IsEmpty ? null : name.ToString();
        }

        if (!(cursor.Current == '<' ? TryTakeBracketed(ref cursor, out var uri) : TryTakeBare(ref cursor, out uri))
            || !SipParametersParser.TryParse(ref cursor, out var parameters))
        {
            return false;
        }

        address = new NameAddress(uri) { DisplayName = displayName, Parameters = parameters };
        return true;
    }

    private static bool TryTakeBracketed(ref TextCursor cursor, [NotNullWhen(true)] out SipUri? uri)
    {
        uri = null;
        cursor.TryTake('<');
        var text = cursor.TakeUntilAny(">");
        return cursor.TryTake('>') && SipUri.TryParse(text.TrimEnd(), out uri);
    }

    private static bool TryTakeBare(ref TextCursor cursor, [NotNullWhen(true)] out SipUri? uri)
    {
        // Without brackets, parameters belong to the header, and '?' or ',' may not stand in the URI.
        uri = null;
        var text = cursor.TakeUntilAny("; \t");
        return !text.ContainsAny('?', ',') && SipUri.TryParse(text, out uri);
    }
}
