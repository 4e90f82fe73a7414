using Appliance.Dialog.Conversation;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog;

/// <summary>Settings of the dialog. Immutable.</summary>
public sealed record DialogOptions
{
    /// <summary>Everything at its default.</summary>
    public static DialogOptions Default { get; } = new();

    /// <summary>Timing of turn-taking.</summary>
    public TurnOptions Turns { get; init; } = new();

    /// <summary>Manners of the conversation.</summary>
    public ConversationOptions Conversation { get; init; } = new();
}
