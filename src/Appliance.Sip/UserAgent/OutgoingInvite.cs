using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>What an outgoing call says.</summary>
public sealed record OutgoingInvite
{
    /// <summary>The offer; null sends none, and the peer's 2xx brings one (RFC 3261 §13.2.1), for <see cref="AnswerOffer"/>.</summary>
    public SessionDescription? Offer { get; init; }

    /// <summary>Answers the offer in the 2xx to an INVITE without one; null refuses it, and the call is ended after its ACK.</summary>
    public Func<SessionDescription, SessionDescription?>? AnswerOffer { get; init; }

    /// <summary>Who calls, without tag; null takes the user agent's own name and address.</summary>
    public NameAddress? From { get; init; }

    /// <summary>Answers challenges to this call; null takes <see cref="SipUserAgentOptions.Authentication"/>.</summary>
    public DigestClient? Authentication { get; init; }

    /// <summary>The way that a device registered (<see cref="Registrar.Binding.Path"/>), to call it over its own connection; null resolves the target.</summary>
    public SipHop? Path { get; init; }

    /// <summary>More headers, as they are (for example Reason or P-Asserted-Identity).</summary>
    public IReadOnlyList<SipHeader> Headers { get; init; } = [];

    /// <summary>Hears of provisional responses (180, 183).</summary>
    public IProgress<SipResponse>? Progress { get; init; }
}
