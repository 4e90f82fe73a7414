namespace Appliance.Dialog.Conversation;

/// <summary>Asks the question of a stage.</summary>
internal static class Asking
{
    /// <summary>Asks it, after the lead; a question asked before is asked in its next variant.</summary>
    public static ConversationStep Ask(ConversationState state, ConversationContext context, Stage stage, string lead, int attempt = 0) =>
        ConversationStep.Stay(state).Ask(stage, lead, StageTable.Of(stage).Question(state, context, attempt));

    /// <summary>Asks the present question again, without counting it as not understood, but not without end.</summary>
    public static ConversationStep Again(ConversationState state, ConversationContext context, string lead)
    {
        if (state.Detours >= Ladder.MaxDetours)
        {
            return Ladder.GiveUp(state, context);
        }

        var question = state.LastQuestion.Length > 0 ? state.LastQuestion : StageTable.Of(state.Stage).Question(state, context, 0);
        return ConversationStep.Stay(state with { Detours = state.Detours + 1 }).Ask(state.Stage, lead, question);
    }
}
