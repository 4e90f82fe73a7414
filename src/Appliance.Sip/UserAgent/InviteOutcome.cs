namespace Appliance.Sip.UserAgent;

/// <summary>How an outgoing call attempt ended.</summary>
/// <param name="Call">The call, or null where it was refused.</param>
/// <param name="Status">
/// 2xx when established; else the peer's refusal, or 408 (no answer in time), 503 (not reachable), 487 (cancelled here),
/// 488 (the peer's description could not be used).
/// </param>
/// <param name="Reason">The peer's text, for people.</param>
public sealed record InviteOutcome(SipCall? Call, int Status, string Reason)
{
    /// <summary>Whether there is a call.</summary>
    public bool IsEstablished => Call is not null;
}
