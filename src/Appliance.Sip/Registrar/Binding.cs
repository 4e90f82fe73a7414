using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.Registrar;

/// <summary>One place where a user is reached (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-10.3">RFC 3261 §10.3</see>).</summary>
/// <param name="Contact">The address as the device gave it.</param>
/// <param name="ExpiresAt">From then on it does not count.</param>
/// <param name="CallId">Of the REGISTER that made or renewed it.</param>
/// <param name="Sequence">CSeq number of that REGISTER.</param>
/// <param name="Path">The way the REGISTER came; on TCP its connection is the way to call a device behind NAT.</param>
public sealed record Binding(SipUri Contact, DateTimeOffset ExpiresAt, string CallId, uint Sequence, SipHop Path);
