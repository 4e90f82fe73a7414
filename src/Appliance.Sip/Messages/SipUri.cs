using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>A SIP, SIPS or other URI (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-19.1">RFC 3261 §19.1</see>).
/// Schemes other than sip and sips (tel:, urn:) are kept opaque. <c>==</c> compares the text;
/// RFC equality, which is not transitive, is <see cref="IsEquivalentTo"/>.</summary>
public sealed record SipUri
{
    /// <summary>A <c>sip:</c> URI.</summary>
    /// <param name="host">Name or address; IPv6 without brackets.</param>
    public SipUri(string host) => Host = host;

    /// <summary>Lower case: sip, sips, tel…</summary>
    public string Scheme { get; init; } = "sip";

    /// <summary>The user part as written, escapes included; null where there is none.</summary>
    public string? User { get; init; }

    /// <summary>The password as written; null where there is none.</summary>
    public string? Password { get; init; }

    /// <summary>Name or address, IPv6 without brackets; empty for an opaque URI.</summary>
    public string Host { get; init; }

    /// <summary>1…65535; null where the URI names none.</summary>
    public int? Port { get; init; }

    /// <summary>URI parameters in order.</summary>
    public SipParameters Parameters { get; init; } = SipParameters.Empty;

    /// <summary>The text behind <c>?</c>; null where there is none.</summary>
    public string? Headers { get; init; }

    /// <summary>All behind the colon where the scheme is not sip or sips; else null.</summary>
    public string? Opaque { get; init; }

    /// <summary>Whether the scheme is sip or sips; others cannot be routed here (416).</summary>
    public bool IsSip => Opaque is null;

    /// <summary>The transport parameter, or null.</summary>
    public string? Transport => Parameters["transport"];

    /// <summary>Whether this names a loose router (<c>;lr</c>, RFC 3261 §16.12).</summary>
    public bool IsLooseRouter => Parameters.Contains("lr");

    /// <summary>The user part with escapes undone; null where there is none.</summary>
    public string? UnescapedUser => User is null ? null : Uri.UnescapeDataString(User);

    /// <summary>The host as address; null where it is a name.</summary>
    public IPAddress? HostAddress => IPAddress.TryParse(Host, out var address) ? address : null;

    /// <summary>Reads a URI that fills the whole text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri) => SipUriParser.TryParse(text, out uri);

    /// <summary>Reads a URI that is known to be good.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SipUri Parse(string text) =>
        TryParse(text, out var uri) ? uri : throw new FormatException("Not a SIP URI: " + text);

    /// <summary>Whether both name the same resource (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-19.1.4">RFC 3261 §19.1.4</see>).</summary>
    public bool IsEquivalentTo(SipUri other) => SipUriComparison.AreEquivalent(this, other);

    /// <inheritdoc/>
    public bool Equals(SipUri? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The URI as on the wire, without angle brackets.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append(':');
        if (Opaque is not null)
        {
            return text.Append(Opaque).ToString();
        }

        if (User is not null)
        {
            text.Append(User);
            if (Password is not null)
            {
                text.Append(':').Append(Password);
            }

            text.Append('@');
        }

        SipHost.Append(text, Host, Port);
        foreach (var parameter in Parameters)
        {
            text.Append(';').Append(parameter.ToString());
        }

        return Headers is null ? text.ToString() : text.Append('?').Append(Headers).ToString();
    }
}
