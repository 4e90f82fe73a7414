namespace Appliance.Sip.Messages;

/// <summary>A request (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.1">RFC 3261 §7.1</see>).</summary>
/// <param name="method">The method.</param>
/// <param name="uri">The Request-URI; a scheme other than sip or sips is for the receiver to refuse (416).</param>
public sealed class SipRequest(SipMethod method, SipUri uri) : SipMessage
{
    /// <summary>The method.</summary>
    public SipMethod Method { get; } = method;

    /// <summary>The Request-URI.</summary>
    public SipUri Uri { get; } = uri;

    /// <inheritdoc/>
    public override string StartLine => $"{Method} {Uri} {Version}";
}
