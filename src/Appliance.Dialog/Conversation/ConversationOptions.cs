namespace Appliance.Dialog.Conversation;

/// <summary>Manners of the conversation.</summary>
public sealed record ConversationOptions
{
    /// <summary>Whether callers may talk over the greeting. Default true; false where law wants the notice heard whole.</summary>
    public bool GreetingInterruptible { get; init; } = true;

    /// <summary>Whether the greeting says that the call may be recorded. Default true.</summary>
    public bool RecordingNotice { get; init; } = true;

    /// <summary>Misunderstandings in a row before a person is sought. 2 to 5, default 3.</summary>
    public int MaxMisses { get; init; } = 3;

    /// <summary>Silences in a row before the call is ended. 1 to 5, default 3.</summary>
    public int MaxSilences { get; init; } = 3;

    /// <summary>Days ahead searched when the caller has no wish. 1 to 60, default 14.</summary>
    public int SearchDays { get; init; } = 14;

    /// <summary>Openings fetched per search. 2 to 500, default 120.</summary>
    public int SearchLimit { get; init; } = 120;

    /// <summary>Confidence below which a text is treated as not understood. 0 to 1, default 0.35.</summary>
    public float MinConfidence { get; init; } = 0.35f;
}
