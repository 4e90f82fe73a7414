using Appliance.Sip.Messages;

namespace Appliance.Sip.Dialogs;

/// <summary>A request made within a dialog and where it goes first.</summary>
/// <param name="Request">Without Via and Contact.</param>
/// <param name="NextHop">The URI to resolve and send to (RFC 3261 §12.2.1.1, §8.1.2).</param>
public readonly record struct DialogRequest(SipRequest Request, SipUri NextHop);
