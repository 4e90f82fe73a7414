namespace Appliance.Dialog.Turns;

/// <summary>One finished caller turn.</summary>
public sealed record Turn
{
    /// <summary>Counts up from 1 within a call.</summary>
    public required int Number { get; init; }

    /// <summary>What the caller said or keyed; empty for silence.</summary>
    public required string CallerText { get; init; }

    /// <summary>Recogniser's confidence, 0 to 1; 1 for keys.</summary>
    public required float Confidence { get; init; }

    /// <summary>Why the turn ended.</summary>
    public required TurnEnd End { get; init; }

    /// <summary>When what happened.</summary>
    public required TurnTimeline Timeline { get; init; }

    /// <summary>Where the conversation stood when it came.</summary>
    public required string Stage { get; init; }

    /// <summary>Whether it interrupted the agent.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Whether it continues the former turn, which had been ended too early; its text includes the former one's.</summary>
    public bool Continues { get; init; }

    /// <summary>The speech that answers it, if any.</summary>
    public SpeechId? Reply { get; init; }

    /// <summary>The words that answer it, if any.</summary>
    public string ReplyText { get; init; } = "";
}
