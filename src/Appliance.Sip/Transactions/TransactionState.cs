using System.Collections.Immutable;

namespace Appliance.Sip.Transactions;

/// <summary>The whole state of a transaction machine.</summary>
/// <param name="Phase">Where the machine stands.</param>
/// <param name="Reliable">True on TCP: nothing is retransmitted and absorbing timers are zero.</param>
/// <param name="Interval">The current retransmission interval (timers A, E and G).</param>
/// <param name="Responded">INVITE server: a provisional response was sent, so there is one to repeat.</param>
public readonly record struct TransactionState(TransactionPhase Phase, bool Reliable, TimeSpan Interval = default, bool Responded = false);

/// <summary>The result of one event: the next state and what is to be done, in order.</summary>
public readonly record struct TransactionStep(TransactionState State, ImmutableArray<TransactionEffect> Effects)
{
    /// <summary>The event has no meaning in this state.</summary>
    public static TransactionStep Ignore(TransactionState state) => new(state, []);

    /// <summary>Ends the transaction after the given effects.</summary>
    public static TransactionStep End(TransactionState state, params ReadOnlySpan<TransactionEffect> effects) =>
        new(state with { Phase = TransactionPhase.Terminated }, [.. effects, TransactionEffectKind.Terminate]);
}

/// <summary>A transaction machine: a pure function of state and event.</summary>
public delegate TransactionStep TransactionMachine(TransactionState state, TransactionInput input, SipTimers timers);
