namespace Appliance.Dialog.Turns;

/// <summary>What the caller is saying, not committed yet.</summary>
internal sealed record CallerUtterance
{
    public required UtteranceId Id { get; init; }

    /// <summary>First onset.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Before this is speech of another turn.</summary>
    public TimeSpan NotBefore { get; init; }

    /// <summary>End of the last voiced window.</summary>
    public required TimeSpan VoiceEnd { get; init; }

    /// <summary>Last revision asked for.</summary>
    public int Revision { get; init; }

    /// <summary>When the last partial was asked for.</summary>
    public TimeSpan? PartialAsked { get; init; }

    /// <summary>Whether a partial is unanswered.</summary>
    public bool PartialOpen { get; init; }

    /// <summary>Revision of the final recognition of the present pause, 0 if none was asked for.</summary>
    public int FinalRevision { get; init; }

    /// <summary>Up to where it hears.</summary>
    public TimeSpan FinalTo { get; init; }

    /// <summary>When it was asked for.</summary>
    public TimeSpan FinalAsked { get; init; }

    /// <summary>When it was answered; null while it is not.</summary>
    public TimeSpan? FinalAnswered { get; init; }

    /// <summary>The latest text, partial or final.</summary>
    public string Text { get; init; } = "";

    /// <summary>Confidence of it.</summary>
    public float Confidence { get; init; }

    /// <summary>Whether words were heard in it.</summary>
    public bool HasWords { get; init; }

    /// <summary>Whether it cut the agent.</summary>
    public bool CutAgent { get; init; }

    /// <summary>Whether the agent has gone on already in spite of it.</summary>
    public bool Resumed { get; init; }

    /// <summary>Whether it began over a speech that may not be interrupted.</summary>
    public bool Waited { get; init; }

    /// <summary>Whether it reached the longest duration.</summary>
    public bool Forced { get; init; }

    /// <summary>The turn it may turn out to continue; while that is open, it is recognised together with it.</summary>
    public CommittedTurn? Earlier { get; init; }

    /// <summary>Whether it does continue a turn that was committed too early.</summary>
    public bool Continues { get; init; }
}
