namespace Appliance.Store.Calls;

/// <summary>Who spoke.</summary>
public enum TurnRole
{
    Caller = 1,
    Agent = 2,
}

/// <summary>
/// One turn of a call. From and To count from the moment the call was answered. Text is what was said; for a turn of the agent that
/// was interrupted, what the caller heard of it. EndReason says why the turn ended; Confidence is 0 to 1, null for the agent.
/// </summary>
public sealed record CallTurn(TurnRole Role, TimeSpan From, TimeSpan To, string Text, string? EndReason = null, double? Confidence = null)
{
    /// <summary>Only when and who: the words are personal data.</summary>
    public override string ToString() => $"{Role} {From}";
}

/// <summary>How long a stage took for one turn, e.g. "endpointing", "stt", "understanding", "tts", "own".</summary>
public sealed record StageLatency(int Turn, string Stage, TimeSpan Duration);

/// <summary>
/// All that is kept of a call. Id is the appliance's own call id. Outcome is a word such as "booked", "callback", "abandoned": it
/// stands unsealed, as do the times and the handles. CallerNumber, turns and latencies are sealed under the call's own key.
/// </summary>
public sealed record CallRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required string Outcome { get; init; }

    public string? CallerNumber { get; init; }

    public string? AppointmentId { get; init; }

    public string? CallbackId { get; init; }

    public IReadOnlyList<CallTurn> Turns { get; init; } = [];

    public IReadOnlyList<StageLatency> Latencies { get; init; } = [];

    /// <summary>Only the handle: the rest is personal data.</summary>
    public override string ToString() => Id;
}

/// <summary>What a list shows of a call without opening it. IsErased: transcript and recording are gone for good.</summary>
public sealed record CallSummary(
    string Id, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Outcome, string? AppointmentId, string? CallbackId, bool IsErased);
