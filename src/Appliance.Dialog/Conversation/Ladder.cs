using Appliance.Dialog.Actions;

namespace Appliance.Dialog.Conversation;

/// <summary>What happens when a caller is not understood: rephrase, then simpler or by keys, then a person, then a callback.</summary>
internal static class Ladder
{
    /// <summary>Detours of one call before a person is sought.</summary>
    public const int MaxDetours = 24;

    /// <summary>One more turn not understood.</summary>
    public static ConversationStep Miss(ConversationState state, ConversationContext context, string? lead = null)
    {
        var missed = state with { Misses = state.Misses + 1, Detours = state.Detours + 1 };
        if (missed.Misses >= context.Options.MaxMisses || missed.Detours >= MaxDetours)
        {
            return GiveUp(missed, context);
        }

        return Asking.Ask(missed, context, state.Stage, lead ?? Phrases.Of(PhraseId.NotCaught), missed.Misses);
    }

    /// <summary>A value was read back and denied, or a wish led nowhere: asks the stage, or gives up after too many.</summary>
    public static ConversationStep Detour(ConversationState state, ConversationContext context, Stage stage, string lead)
    {
        var turned = state with { Detours = state.Detours + 1, Misses = 0 };
        return turned.Detours >= MaxDetours ? GiveUp(turned, context) : Asking.Ask(turned, context, stage, lead);
    }

    /// <summary>The end of the ladder.</summary>
    public static ConversationStep GiveUp(ConversationState state, ConversationContext context)
    {
        if (state.CallbackReason is not null || state.Stage is Stage.CallbackOffer)
        {
            return CallbackPath.Save(state with { CallbackReason = state.CallbackReason ?? state.Topic }, context);
        }

        return Handover.ToPerson(state, context, TransferReason.NotUnderstood, PhraseId.Transfer);
    }
}
