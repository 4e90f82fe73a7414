using Appliance.Sip.Sdp;

namespace Appliance.Sip.UserAgent;

/// <summary>How a re-INVITE of ours ended.</summary>
/// <param name="Status">
/// 2xx when agreed; 491 when both sides reoffered at once (try again after a random time, RFC 3261 §14.1); else the refusal, which
/// leaves the call as it was; 408 and 481 have ended the call.
/// </param>
/// <param name="Answer">The peer's answer; null unless agreed.</param>
public sealed record ReofferOutcome(int Status, SessionDescription? Answer);
