using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>One hop (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-20.42">RFC 3261 §20.42</see>).</summary>
/// <param name="Transport">UDP, TCP, TLS… as written; compared without case.</param>
/// <param name="Host">Name or address, IPv6 without brackets.</param>
/// <param name="Port">Null where the Via names none.</param>
public sealed record ViaHeader(string Transport, string Host, int? Port)
{
    /// <summary>Branches of RFC 3261 elements start with this (§8.1.1.7).</summary>
    public const string MagicCookie = "z9hG4bK";

    /// <summary>Name and version; others than SIP/2.0 are kept so that they can be answered 505.</summary>
    public string Protocol { get; init; } = SipMessage.Version;

    /// <summary>branch, received, rport, maddr, ttl and any other.</summary>
    public SipParameters Parameters { get; init; } = SipParameters.Empty;

    /// <summary>The transaction's branch; null from elements older than RFC 3261.</summary>
    public string? Branch => Parameters["branch"];

    /// <summary>The source address a receiver noted (RFC 3261 §18.2.1); null where none.</summary>
    public string? Received => Parameters["received"];

    /// <summary>Multicast or forced address; null where none.</summary>
    public string? MulticastAddress => Parameters["maddr"];

    /// <summary>Whether the sender asked for the answer at its source port (<see href="https://www.rfc-editor.org/rfc/rfc3581">RFC 3581</see>).</summary>
    public bool HasResponsePort => Parameters.Contains("rport");

    /// <summary>The source port a receiver noted; null where the parameter is absent, empty or bad.</summary>
    public int? ResponsePort =>
        SipGrammar.TryParseNumber(Parameters["rport"], IPEndPoint.MaxPort, out var port) ? (int)port : null;

    /// <summary><c>host[:port]</c> as on the wire.</summary>
    public string SentBy
    {
        get
        {
            var text = new StringBuilder();
            SipHost.Append(text, Host, Port);
            return text.ToString();
        }
    }

    /// <summary>A copy with the source noted: received where the host differs or rport asks for it, rport where asked
    /// (RFC 3261 §18.2.1, RFC 3581 §4).</summary>
    public ViaHeader WithSource(IPEndPoint source)
    {
        var address = source.Address.IsIPv4MappedToIPv6 ? source.Address.MapToIPv4() : source.Address;
        var isSame = IPAddress.TryParse(Host, out var host) && host.Equals(address);
        var parameters = Parameters;
        if (HasResponsePort)
        {
            parameters = parameters.With("rport", source.Port.ToString());
        }

        // A "received" that the sender wrote itself must not steer the answer elsewhere.
        parameters = isSame && !HasResponsePort ? parameters.Without("received") : parameters.With("received", address.ToString());
        return this with { Parameters = parameters };
    }

    /// <summary>Reads one Via value that fills the whole text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ViaHeader? via)
    {
        via = null;
        var cursor = new TextCursor(text);
        cursor.SkipWhitespace();
        if (!cursor.TakeToken().Equals("SIP", StringComparison.OrdinalIgnoreCase) || !cursor.TryTake('/'))
        {
            return false;
        }

        var version = cursor.TakeToken();
        if (version.IsEmpty || !cursor.TryTake('/'))
        {
            return false;
        }

        var transport = cursor.TakeToken();
        if (transport.IsEmpty || !SipGrammar.IsWhitespace(cursor.Current))
        {
            return false;
        }

        var sentBy = cursor.TakeUntilAny(";").Trim();
        if (!SipHost.TryParse(sentBy, out var host, out var port) || !SipParametersParser.TryParse(ref cursor, out var parameters))
        {
            return false;
        }

        via = new ViaHeader(transport.ToString(), host, port)
        {
            Protocol = version.SequenceEqual("2.0") ? SipMessage.Version : "SIP/" + version.ToString(),
            Parameters = parameters,
        };
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Protocol + "/" + Transport + " " + SentBy + Parameters;
}
