using Appliance.Dialog.Facts;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>What surrounds a conversation.</summary>
/// <param name="Facts">The clinic.</param>
/// <param name="Options">Manners.</param>
/// <param name="LocalNow">Clinic local time now.</param>
internal sealed record ConversationContext(ClinicFacts Facts, ConversationOptions Options, DateTime LocalNow)
{
    /// <summary>What helps to understand the caller in a state.</summary>
    public ListeningContext Listening(ConversationState state) => new(
        StageTable.Of(state.Stage).Expects,
        Facts,
        state.Slots.Day is { IsOneDay: true } day ? day.From.DayOfWeek : null,
        state.Slots.Chosen is { } chosen ? DateOnly.FromDateTime(chosen.Start) : state.Slots.Day?.From,
        state.Slots.FamilyName);
}
