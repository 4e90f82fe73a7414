namespace Appliance.Sip.Transactions;

/// <summary>What can happen to a transaction. Client machines hear responses, server machines send them.</summary>
public enum TransactionInputKind
{
    /// <summary>The transaction begins: the client sends its request, the server received one.</summary>
    Start,

    /// <summary>A 1xx response (heard by a client, to be sent by a server).</summary>
    Provisional,

    /// <summary>A 2xx response.</summary>
    Success,

    /// <summary>A 300–699 response.</summary>
    Failure,

    /// <summary>Server: the request came again.</summary>
    RequestAgain,

    /// <summary>INVITE server: an ACK that matches this transaction.</summary>
    Ack,

    /// <summary>INVITE client: CANCEL was sent for it (RFC 3261 §9.1).</summary>
    CancelSent,

    /// <summary>The transport could not send.</summary>
    TransportFailed,

    /// <summary>A timer ran out.</summary>
    TimerFired,
}

/// <summary>One event of a transaction; <see cref="Timer"/> has a meaning only for <see cref="TransactionInputKind.TimerFired"/>.</summary>
public readonly record struct TransactionInput(TransactionInputKind Kind, TransactionTimer Timer = default)
{
    /// <summary>The event of a timer that ran out.</summary>
    public static TransactionInput Fired(TransactionTimer timer) => new(TransactionInputKind.TimerFired, timer);

    /// <summary>The event of a response by its status code (100–699).</summary>
    public static TransactionInput Response(int status) => new(status switch
    {
        < 200 => TransactionInputKind.Provisional,
        < 300 => TransactionInputKind.Success,
        _ => TransactionInputKind.Failure,
    });

    public static implicit operator TransactionInput(TransactionInputKind kind) => new(kind);
}
