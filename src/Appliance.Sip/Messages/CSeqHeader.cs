namespace Appliance.Sip.Messages;

/// <summary>Orders the requests of a dialog (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-20.16">RFC 3261 §20.16</see>).</summary>
/// <param name="Number">0…2³¹−1.</param>
/// <param name="Method">The request's method.</param>
public readonly record struct CSeqHeader(uint Number, SipMethod Method)
{
    /// <summary>Reads a value that fills the whole text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CSeqHeader cseq)
    {
        cseq = default;
        var cursor = new TextCursor(text);
        cursor.SkipWhitespace();
        if (!SipGrammar.TryParseNumber(cursor.TakeToken(), int.MaxValue, out var number))
        {
            return false;
        }

        cursor.SkipWhitespace();
        var method = cursor.TakeToken();
        cursor.SkipWhitespace();
        if (method.IsEmpty || !cursor.AtEnd)
        {
            return false;
        }

        cseq = new CSeqHeader(number, SipMethod.From(method));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Number} {Method}";
}
