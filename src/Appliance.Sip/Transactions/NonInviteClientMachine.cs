using static Appliance.Sip.Transactions.TransactionEffect;
using static Appliance.Sip.Transactions.TransactionEffectKind;
using static Appliance.Sip.Transactions.TransactionInputKind;
using static Appliance.Sip.Transactions.TransactionPhase;
using static Appliance.Sip.Transactions.TransactionTimer;

namespace Appliance.Sip.Transactions;

/// <summary>Non-INVITE client transaction, RFC 3261 §17.1.2 figure 6.</summary>
public static class NonInviteClientMachine
{
    /// <summary>The state before <see cref="TransactionInputKind.Start"/>.</summary>
    public static TransactionState Initial(bool reliable) => new(TransactionPhase.Trying, reliable);

    public static TransactionStep Next(TransactionState state, TransactionInput input, SipTimers timers) => state.Phase switch
    {
        TransactionPhase.Trying => OnTrying(state, input, timers),
        Proceeding => OnProceeding(state, input, timers),
        Completed => OnCompleted(state, input),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.1.2.2: timer E doubles up to T2 on unreliable transports, timer F bounds the wait.
    private static TransactionStep OnTrying(TransactionState state, TransactionInput input, SipTimers timers)
    {
        switch (input)
        {
            case { Kind: TransactionInputKind.Start } when state.Reliable:
                return new(state, [SendRequest, Start(F, timers.Lifetime)]);
            case { Kind: TransactionInputKind.Start }:
                return new(state with { Interval = timers.T1 }, [SendRequest, Start(E, timers.T1), Start(F, timers.Lifetime)]);
            case { Kind: TimerFired, Timer: E }:
                var interval = TimeSpan.FromTicks(Math.Min(state.Interval.Ticks * 2, timers.T2.Ticks));
                return new(state with { Interval = interval }, [SendRequest, Start(E, interval)]);
            case { Kind: Provisional }:
                // The retransmission that is under way keeps its time; the next ones come each T2.
                return new(state with { Phase = Proceeding }, [Deliver]);
            default:
                return OnPending(state, input, timers);
        }
    }

    // RFC 3261 §17.1.2.2: after a provisional response the request is repeated each T2.
    private static TransactionStep OnProceeding(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: TimerFired, Timer: E } => new(state with { Interval = timers.T2 }, [SendRequest, Start(E, timers.T2)]),
        { Kind: Provisional } => new(state, [Deliver]),
        _ => OnPending(state, input, timers),
    };

    private static TransactionStep OnPending(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: TimerFired, Timer: F } => TransactionStep.End(state, ReportTimeout),
        { Kind: TransportFailed } => TransactionStep.End(state, ReportTransportFailure),
        { Kind: Success or Failure } when state.Reliable => TransactionStep.End(state, Deliver),
        { Kind: Success or Failure } => new(state with { Phase = Completed }, [Stop(E), Stop(F), Start(K, timers.T4), Deliver]),
        _ => TransactionStep.Ignore(state),
    };

    // Figure 6, Completed: absorb repeated responses for T4.
    private static TransactionStep OnCompleted(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: TimerFired, Timer: K } => TransactionStep.End(state),
        _ => TransactionStep.Ignore(state),
    };
}
