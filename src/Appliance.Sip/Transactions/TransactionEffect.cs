namespace Appliance.Sip.Transactions;

/// <summary>What a transaction machine asks of its runner.</summary>
public enum TransactionEffectKind
{
    /// <summary>Send the request (first time or again).</summary>
    SendRequest,

    /// <summary>Send the response that is current (first time or again).</summary>
    SendResponse,

    /// <summary>Send 100 (Trying).</summary>
    SendTrying,

    /// <summary>Send the ACK for a 300–699 response (RFC 3261 §17.1.1.3).</summary>
    SendAck,

    /// <summary>Pass the message that caused this step to the transaction user; comes last, since the user may act on the transaction.</summary>
    Deliver,

    /// <summary>Arm <see cref="TransactionEffect.Timer"/>; a timer of the same letter starts anew.</summary>
    StartTimer,

    /// <summary>Disarm <see cref="TransactionEffect.Timer"/>.</summary>
    StopTimer,

    /// <summary>Tell the transaction user that time ran out.</summary>
    ReportTimeout,

    /// <summary>Tell the transaction user that the transport failed.</summary>
    ReportTransportFailure,

    /// <summary>Forget the transaction and its timers.</summary>
    Terminate,
}

/// <summary>One effect; <see cref="Timer"/> and <see cref="Delay"/> have a meaning only for timers.</summary>
public readonly record struct TransactionEffect(TransactionEffectKind Kind, TransactionTimer Timer = default, TimeSpan Delay = default)
{
    public static TransactionEffect Start(TransactionTimer timer, TimeSpan delay) => new(TransactionEffectKind.StartTimer, timer, delay);

    public static TransactionEffect Stop(TransactionTimer timer) => new(TransactionEffectKind.StopTimer, timer);

    public static implicit operator TransactionEffect(TransactionEffectKind kind) => new(kind);
}
