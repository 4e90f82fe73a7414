namespace Appliance.Sip.Messages;

/// <summary>Reads one header value from left to right; never allocates, never throws.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool AtEnd => _at >= _text.Length;

    public readonly char Current => _at < _text.Length ? _text[_at] : '\0';

    public readonly ReadOnlySpan<char> Rest => _text[_at..];

    public void SkipWhitespace()
    {
        while (_at < _text.Length && SipGrammar.IsWhitespace(_text[_at]))
        {
            _at++;
        }
    }

    /// <summary>Takes <paramref name="c"/> with the white space around it.</summary>
    public bool TryTake(char c)
    {
        SkipWhitespace();
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        SkipWhitespace();
        return true;
    }

    public ReadOnlySpan<char> TakeToken()
    {
        var start = _at;
        while (_at < _text.Length && SipGrammar.IsTokenChar(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    /// <summary>Takes up to, and not with, the first of <paramref name="stops"/> or the end.</summary>
    public ReadOnlySpan<char> TakeUntilAny(ReadOnlySpan<char> stops)
    {
        var length = Rest.IndexOfAny(stops);
        var taken = length < 0 ? Rest : Rest[..length];
        _at += taken.Length;
        return taken;
    }

    /// <summary>Takes a quoted string, quotes included; false when it does not start here or never ends.</summary>
    public bool TryTakeQuoted(out ReadOnlySpan<char> quoted)
    {
        quoted = default;
        var length = QuotedLength(Rest);
        if (length == 0)
        {
            return false;
        }

        quoted = Rest[..length];
        _at += length;
        return true;
    }

    /// <summary>Length of the quoted string at the start of <paramref name="text"/>, quotes included; 0 where there is none.</summary>
    public static int QuotedLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            return 0;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return 0;
    }
}
