using static Appliance.Sip.Transactions.TransactionEffect;
using static Appliance.Sip.Transactions.TransactionEffectKind;
using static Appliance.Sip.Transactions.TransactionInputKind;
using static Appliance.Sip.Transactions.TransactionPhase;
using static Appliance.Sip.Transactions.TransactionTimer;

namespace Appliance.Sip.Transactions;

/// <summary>
/// INVITE server transaction, RFC 3261 §17.2.1 figure 7 as replaced by RFC 6026 §8.5 (Accepted state, timer L).
/// </summary>
public static class InviteServerMachine
{
    /// <summary>The state before <see cref="TransactionInputKind.Start"/>.</summary>
    public static TransactionState Initial(bool reliable) => new(Proceeding, reliable);

    public static TransactionStep Next(TransactionState state, TransactionInput input, SipTimers timers) => state.Phase switch
    {
        Proceeding => OnProceeding(state, input, timers),
        Accepted => OnAccepted(state, input),
        Completed => OnCompleted(state, input, timers),
        Confirmed => OnConfirmed(state, input),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.2.1: 100 after 200 ms of silence; a repeated INVITE repeats the last provisional response.
    private static TransactionStep OnProceeding(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: TransactionInputKind.Start } => new(state, [Start(Silence, timers.Trying), Deliver]),
        { Kind: TimerFired, Timer: Silence } => new(state with { Responded = true }, [SendTrying]),
        { Kind: RequestAgain } when !state.Responded => new(state with { Responded = true }, [Stop(Silence), SendTrying]),
        { Kind: RequestAgain } => new(state, [SendResponse]),
        { Kind: Provisional } => new(state with { Responded = true }, [Stop(Silence), SendResponse]),
        // RFC 6026 §8.5: stay for 64·T1 to absorb repeated INVITEs that would otherwise make a second call.
        { Kind: Success } => new(state with { Phase = Accepted }, [Stop(Silence), SendResponse, Start(L, timers.Lifetime)]),
        { Kind: Failure } => OnFailure(state, timers),
        { Kind: TransportFailed } => new(state, [ReportTransportFailure]),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.2.1: timer G only on unreliable transports, timer H always.
    private static TransactionStep OnFailure(TransactionState state, SipTimers timers)
    {
        var next = state with { Phase = Completed, Interval = timers.T1 };
        return state.Reliable
            ? new(next, [Stop(Silence), SendResponse, Start(H, timers.Lifetime)])
            : new(next, [Stop(Silence), SendResponse, Start(G, timers.T1), Start(H, timers.Lifetime)]);
    }

    // RFC 6026 §8.5: the core sends its 2xx again through the transaction; ACKs go up; repeated INVITEs are absorbed.
    private static TransactionStep OnAccepted(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: Success } => new(state, [SendResponse]),
        { Kind: Ack } => new(state, [Deliver]),
        { Kind: TransportFailed } => new(state, [ReportTransportFailure]),
        { Kind: TimerFired, Timer: L } => TransactionStep.End(state),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.2.1: repeat the final response until the ACK comes, with doubled intervals up to T2.
    private static TransactionStep OnCompleted(TransactionState state, TransactionInput input, SipTimers timers)
    {
        switch (input)
        {
            case { Kind: RequestAgain }:
                return new(state, [SendResponse]);
            case { Kind: TimerFired, Timer: G }:
                var interval = TimeSpan.FromTicks(Math.Min(state.Interval.Ticks * 2, timers.T2.Ticks));
                return new(state with { Interval = interval }, [SendResponse, Start(G, interval)]);
            case { Kind: TimerFired, Timer: H }:
                return TransactionStep.End(state, ReportTimeout);
            case { Kind: Ack } when state.Reliable:
                return TransactionStep.End(state);
            case { Kind: Ack }:
                return new(state with { Phase = Confirmed }, [Stop(G), Stop(H), Start(I, timers.T4)]);
            case { Kind: TransportFailed }:
                return TransactionStep.End(state, ReportTransportFailure);
            default:
                return TransactionStep.Ignore(state);
        }
    }

    // Figure 7, Confirmed: absorb repeated ACKs for T4.
    private static TransactionStep OnConfirmed(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: TimerFired, Timer: I } => TransactionStep.End(state),
        _ => TransactionStep.Ignore(state),
    };
}
