namespace Appliance.Sip.UserAgent;

/// <summary>State that a user agent holds at one instant. All but the totals return to zero when calls are over.</summary>
/// <param name="ServerTransactions">Server transactions, those that only absorb repeats for 32 s included.</param>
/// <param name="ClientTransactions">Client transactions, those that only absorb repeats included.</param>
/// <param name="Dialogs">Early and confirmed dialogs.</param>
/// <param name="PendingInvites">INVITEs, in or out, without a final response.</param>
/// <param name="Connections">Open TCP connections.</param>
/// <param name="DroppedMessages">Messages dropped since the start because too many waited.</param>
/// <param name="RefusedForLoad">Requests answered 503 since the start because too many transactions were open.</param>
public readonly record struct SipUserAgentCounters(
    int ServerTransactions,
    int ClientTransactions,
    int Dialogs,
    int PendingInvites,
    int Connections,
    long DroppedMessages,
    long RefusedForLoad);
