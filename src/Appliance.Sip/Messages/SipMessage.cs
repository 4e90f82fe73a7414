using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>A request or response (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7">RFC 3261 §7</see>).
/// A message that parsed without error has Via, From, To, Call-ID and CSeq; one that is built must be given them.</summary>
public abstract class SipMessage
{
    /// <summary>The only protocol version.</summary>
    public const string Version = "SIP/2.0";

    private protected SipMessage()
    {
    }

    /// <summary>All headers in order; Content-Length is written from <see cref="Body"/>, whatever stands here.</summary>
    public SipHeaders Headers { get; } = new();

    /// <summary>The body; empty where there is none. Owned by the message.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The topmost Via.</summary>
    /// <exception cref="SipException">Missing or malformed.</exception>
    public ViaHeader TopVia => Headers.Find(SipHeaderNames.Via)?.AsVia() ?? throw Missing(SipHeaderNames.Via);

    /// <summary>Every Via, topmost first.</summary>
    public IReadOnlyList<ViaHeader> Vias => [.. Headers.All(SipHeaderNames.Via).Select(h => h.AsVia()).OfType<ViaHeader>()];

    /// <summary>Who sends the request.</summary>
    /// <exception cref="SipException">Missing or malformed.</exception>
    public NameAddress From
    {
        get => Address(SipHeaderNames.From);
        set => Headers.Set(SipHeaderNames.From, value.ToString());
    }

    /// <summary>Whom the request is for.</summary>
    /// <exception cref="SipException">Missing or malformed.</exception>
    public NameAddress To
    {
        get => Address(SipHeaderNames.To);
        set => Headers.Set(SipHeaderNames.To, value.ToString());
    }

    /// <summary>Opaque, compared with case.</summary>
    /// <exception cref="SipException">Missing.</exception>
    public string CallId
    {
        get => Headers.Get(SipHeaderNames.CallId) ?? throw Missing(SipHeaderNames.CallId);
        set => Headers.Set(SipHeaderNames.CallId, value);
    }

    /// <summary>Sequence number and method.</summary>
    /// <exception cref="SipException">Missing or malformed.</exception>
    public CSeqHeader CSeq
    {
        get => Headers.Find(SipHeaderNames.CSeq)?.AsCSeq() ?? throw Missing(SipHeaderNames.CSeq);
        set => Headers.Set(SipHeaderNames.CSeq, value.ToString());
    }

    /// <summary>The first Contact; null where there is none or it is <c>*</c>.</summary>
    public NameAddress? Contact
    {
        get => Headers.Find(SipHeaderNames.Contact)?.AsAddress();
        set => SetOrRemove(SipHeaderNames.Contact, value?.ToString());
    }

    /// <summary>Every Contact but <c>*</c>.</summary>
    public IReadOnlyList<NameAddress> Contacts => Addresses(SipHeaderNames.Contact);

    /// <summary>Whether the Contact is <c>*</c> (unregister all, RFC 3261 §10.2.2).</summary>
    public bool HasWildcardContact => Headers.Get(SipHeaderNames.Contact) == "*";

    /// <summary>Route set of the request, topmost first.</summary>
    public IReadOnlyList<NameAddress> Routes => Addresses(SipHeaderNames.Route);

    /// <summary>Proxies that stay on the path, topmost first.</summary>
    public IReadOnlyList<NameAddress> RecordRoutes => Addresses(SipHeaderNames.RecordRoute);

    /// <summary>Hops left, 0…255; null where the header is absent.</summary>
    public int? MaxForwards
    {
        get => SipGrammar.TryParseNumber(Headers.Get(SipHeaderNames.MaxForwards), 255, out var hops) ? (int)hops : null;
        set => SetOrRemove(SipHeaderNames.MaxForwards, value?.ToString());
    }

    /// <summary>Seconds; values past 2³²−1 are cut to it, a value that is no number reads as absent.</summary>
    public uint? Expires
    {
        get => DeltaSeconds.Read(Headers.Get(SipHeaderNames.Expires));
        set => SetOrRemove(SipHeaderNames.Expires, value?.ToString());
    }

    /// <summary>Media type without parameters, lower case; null where absent.</summary>
    public string? ContentType => Headers.Get(SipHeaderNames.ContentType)?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Option tags the other side must understand.</summary>
    public IReadOnlyList<string> Require => Tokens(SipHeaderNames.Require);

    /// <summary>Option tags the sender understands.</summary>
    public IReadOnlyList<string> Supported => Tokens(SipHeaderNames.Supported);

    /// <summary>Methods the sender takes.</summary>
    public IReadOnlyList<string> Allow => Tokens(SipHeaderNames.Allow);

    /// <summary>Sets body and Content-Type together.</summary>
    public void SetBody(string contentType, ReadOnlyMemory<byte> body)
    {
        Headers.Set(SipHeaderNames.ContentType, contentType);
        Body = body;
    }

    /// <summary>The start line without line break.</summary>
    public abstract string StartLine { get; }

    /// <summary>The comma-separated values of all headers of that name.</summary>
    public IReadOnlyList<string> Tokens(string name) =>
        [.. Headers.All(name).SelectMany(h => CommaList.Split(h.Value))];

    /// <summary>The addresses of all headers of that name; malformed ones are left out.</summary>
    public IReadOnlyList<NameAddress> Addresses(string name) =>
        [.. Headers.All(name).Where(h => h.Value != "*").Select(h => h.AsAddress()).OfType<NameAddress>()];

    /// <summary>The message as text, for tests and traces; may hold personal data, so never for logs.</summary>
    public override string ToString()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        SipWriter.Write(this, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private NameAddress Address(string name) => Headers.Find(name)?.AsAddress() ?? throw Missing(name);

    private void SetOrRemove(string name, string? value)
    {
        if (value is null)
        {
            Headers.Remove(name);
        }
        else
        {
            Headers.Set(name, value);
        }
    }

    private static SipException Missing(string name) =>
        new(SipErrorReason.MissingHeader, "The message has no well-formed " + name + " header; add it before use.");
}
