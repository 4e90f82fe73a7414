using static Appliance.Sip.Transactions.TransactionEffect;
using static Appliance.Sip.Transactions.TransactionEffectKind;
using static Appliance.Sip.Transactions.TransactionInputKind;
using static Appliance.Sip.Transactions.TransactionPhase;
using static Appliance.Sip.Transactions.TransactionTimer;

namespace Appliance.Sip.Transactions;

/// <summary>
/// INVITE client transaction, RFC 3261 §17.1.1 figure 5 as replaced by RFC 6026 §8.4 (Accepted state, timer M).
/// </summary>
public static class InviteClientMachine
{
    /// <summary>The state before <see cref="TransactionInputKind.Start"/>.</summary>
    public static TransactionState Initial(bool reliable) => new(Calling, reliable);

    public static TransactionStep Next(TransactionState state, TransactionInput input, SipTimers timers) => state.Phase switch
    {
        Calling => OnCalling(state, input, timers),
        Proceeding => OnProceeding(state, input, timers),
        Accepted => OnAccepted(state, input),
        Completed => OnCompleted(state, input),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.1.1.2: send at once; timer A doubles on unreliable transports only, timer B bounds the wait.
    private static TransactionStep OnCalling(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: TransactionInputKind.Start } when state.Reliable => new(state, [SendRequest, Start(B, timers.Lifetime)]),
        { Kind: TransactionInputKind.Start } => new(state with { Interval = timers.T1 }, [SendRequest, Start(A, timers.T1), Start(B, timers.Lifetime)]),
        { Kind: TimerFired, Timer: A } => new(state with { Interval = state.Interval * 2 }, [SendRequest, Start(A, state.Interval * 2)]),
        { Kind: TimerFired, Timer: B } => TransactionStep.End(state, ReportTimeout),
        { Kind: Provisional } => new(state with { Phase = Proceeding }, [Stop(A), Stop(B), Deliver]),
        { Kind: Success or Failure } => OnFinal(state, input, timers),
        { Kind: TransportFailed } => TransactionStep.End(state, ReportTransportFailure),
        _ => TransactionStep.Ignore(state),
    };

    // Figure 5, Proceeding. §9.1: after CANCEL the server has 64·T1 to send a final response.
    private static TransactionStep OnProceeding(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: Provisional } => new(state, [Deliver]),
        { Kind: Success or Failure } => OnFinal(state, input, timers),
        { Kind: CancelSent } => new(state, [Start(B, timers.Lifetime)]),
        { Kind: TimerFired, Timer: B } => TransactionStep.End(state, ReportTimeout),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 6026 §8.4: a 2xx moves to Accepted for 64·T1. RFC 3261 §17.1.1.2: 300–699 is acknowledged here and absorbed for D.
    private static TransactionStep OnFinal(TransactionState state, TransactionInput input, SipTimers timers)
    {
        if (input.Kind == Success)
        {
            return new(state with { Phase = Accepted }, [Stop(A), Stop(B), Start(M, timers.Lifetime), Deliver]);
        }

        return state.Reliable
            ? TransactionStep.End(state, SendAck, Deliver)
            : new(state with { Phase = Completed }, [Stop(A), Stop(B), SendAck, Start(D, timers.D), Deliver]);
    }

    // RFC 6026 §7.2: every 2xx, repeated or forked, goes to the core, which acknowledges it.
    private static TransactionStep OnAccepted(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: Success } => new(state, [Deliver]),
        { Kind: TimerFired, Timer: M } => TransactionStep.End(state),
        _ => TransactionStep.Ignore(state),
    };

    // Figure 5, Completed: the ACK was lost, so it is sent again.
    private static TransactionStep OnCompleted(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: Failure } => new(state, [SendAck]),
        { Kind: TimerFired, Timer: D } => TransactionStep.End(state),
        { Kind: TransportFailed } => TransactionStep.End(state, ReportTransportFailure),
        _ => TransactionStep.Ignore(state),
    };
}
