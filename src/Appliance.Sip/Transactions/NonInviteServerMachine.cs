using static Appliance.Sip.Transactions.TransactionEffect;
using static Appliance.Sip.Transactions.TransactionEffectKind;
using static Appliance.Sip.Transactions.TransactionInputKind;
using static Appliance.Sip.Transactions.TransactionPhase;
using static Appliance.Sip.Transactions.TransactionTimer;

namespace Appliance.Sip.Transactions;

/// <summary>Non-INVITE server transaction, RFC 3261 §17.2.2 figure 8.</summary>
public static class NonInviteServerMachine
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

    // RFC 3261 §17.2.2: nothing was sent yet, so a repeated request is discarded.
    private static TransactionStep OnTrying(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: TransactionInputKind.Start } => new(state, [Deliver]),
        { Kind: Provisional } => new(state with { Phase = Proceeding }, [SendResponse]),
        { Kind: Success or Failure } => OnFinal(state, timers),
        _ => TransactionStep.Ignore(state),
    };

    private static TransactionStep OnProceeding(TransactionState state, TransactionInput input, SipTimers timers) => input switch
    {
        { Kind: Provisional or RequestAgain } => new(state, [SendResponse]),
        { Kind: Success or Failure } => OnFinal(state, timers),
        { Kind: TransportFailed } => TransactionStep.End(state, ReportTransportFailure),
        _ => TransactionStep.Ignore(state),
    };

    // RFC 3261 §17.2.2: timer J is 64·T1 on unreliable transports and zero on reliable ones.
    private static TransactionStep OnFinal(TransactionState state, SipTimers timers) => state.Reliable
        ? TransactionStep.End(state, SendResponse)
        : new(state with { Phase = Completed }, [SendResponse, Start(J, timers.Lifetime)]);

    // Figure 8, Completed: a second final response of the user is discarded, a repeated request repeats the first.
    private static TransactionStep OnCompleted(TransactionState state, TransactionInput input) => input switch
    {
        { Kind: RequestAgain } => new(state, [SendResponse]),
        { Kind: TimerFired, Timer: J } => TransactionStep.End(state),
        { Kind: TransportFailed } => TransactionStep.End(state, ReportTransportFailure),
        _ => TransactionStep.Ignore(state),
    };
}
