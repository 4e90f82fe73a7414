namespace Appliance.Sip.Messages;

/// <summary>One header line, unfolded; immutable. Typed reads are cached, so asking twice parses once.</summary>
public sealed class SipHeader
{
    private object? _typed;

    /// <summary>Makes a header.</summary>
    /// <param name="name">A token; compact forms become the full name.</param>
    /// <param name="value">One line, already escaped where the header's grammar asks for it.</param>
    /// <exception cref="ArgumentException">The name is no token or the value holds a line break, which would forge headers.</exception>
    public SipHeader(string name, string value)
    {
        if (!SipGrammar.IsToken(name))
        {
            throw new ArgumentException("Not a header name: " + name, nameof(name));
        }

        if (value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A header value must be one line.", nameof(value));
        }

        Name = SipHeaderNames.Canonical(name);
        Value = value;
    }

    /// <summary>Full name in its usual case; as sent where unknown.</summary>
    public string Name { get; }

    /// <summary>Without leading and trailing white space.</summary>
    public string Value { get; }

    /// <summary>Compares names, without case.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Name + ": " + Value;

    internal NameAddress? AsAddress()
    {
        if (_typed is NameAddress cached)
        {
            return cached;
        }

        if (!NameAddress.TryParse(Value, out var address))
        {
            return null;
        }

        _typed = address;
        return address;
    }

    internal ViaHeader? AsVia()
    {
        if (_typed is ViaHeader cached)
        {
            return cached;
        }

        if (!ViaHeader.TryParse(Value, out var via))
        {
            return null;
        }

        _typed = via;
        return via;
    }

    internal CSeqHeader? AsCSeq()
    {
        if (_typed is CSeqHeader cached)
        {
            return cached;
        }

        if (!CSeqHeader.TryParse(Value, out var cseq))
        {
            return null;
        }

        _typed = cseq;
        return cseq;
    }
}
