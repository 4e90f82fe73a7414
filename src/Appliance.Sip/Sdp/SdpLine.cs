namespace Appliance.Sip.Sdp;

/// <summary>One <c>x=value</c> line (<see href="https://www.rfc-editor.org/rfc/rfc8866#section-5">RFC 8866 §5</see>).</summary>
/// <param name="Type">The letter.</param>
/// <param name="Value">All behind the equals sign.</param>
public readonly record struct SdpLine(char Type, string Value)
{
    /// <summary>An attribute: <c>a=name</c> or <c>a=name:value</c>.</summary>
    public static SdpLine Attribute(string name, string? value = null) => new('a', value is null ? name : name + ":" + value);

    /// <summary>The value of the attribute of that name: empty for a flag, null where this is another line.</summary>
    public string? AttributeValue(string name)
    {
        if (Type != 'a' || !Value.StartsWith(name, StringComparison.Ordinal))
        {
            return null;
        }

        if (Value.Length == name.Length)
        {
            return string.Empty;
        }

        return Value[name.Length] == ':' ? Value[(name.Length + 1)..].Trim() : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Type + "=" + Value;
}
