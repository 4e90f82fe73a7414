using System.Diagnostics.CodeAnalysis;

namespace Appliance.Sip.Messages;

/// <summary>The value of From, To, Contact, Route and the like: optional display name, URI, header parameters
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-20.10">RFC 3261 §20.10</see>).</summary>
/// <param name="Uri">The address.</param>
public sealed record NameAddress(SipUri Uri)
{
    /// <summary>Without quotes and escapes; null where there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Header parameters (tag, expires, q…), not those of the URI.</summary>
    public SipParameters Parameters { get; init; } = SipParameters.Empty;

    /// <summary>The tag parameter, or null.</summary>
    public string? Tag => Parameters["tag"];

    /// <summary>A copy with that tag.</summary>
    public NameAddress WithTag(string tag) => this with { Parameters = Parameters.With("tag", tag) };

    /// <summary>Reads name-addr or addr-spec that fills the whole text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address) => NameAddressParser.TryParse(text, out address);

    /// <summary>Reads an address that is known to be good.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static NameAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not a SIP address: " + text);

    /// <summary>As on the wire; the URI always stands in angle brackets, so that its parameters stay its own.</summary>
    public override string ToString() =>
        (string.IsNullOrEmpty(DisplayName) ? string.Empty : SipGrammar.Quote(DisplayName) + " ") + "<" + Uri + ">" + Parameters;
}
