using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>How long a silence ends a turn, by what the conversation waits for.</summary>
internal static class Endpointing
{
    /// <summary>The pause needed after these words, and why a turn that ends by it ended.</summary>
    public static (TimeSpan Pause, TurnEnd End) RequiredPause(string text, ListeningContext context, TurnOptions options) =>
        CompletenessJudge.Judge(text, context) switch
        {
            Completeness.Complete => (options.CompletePause, TurnEnd.CompleteAnswer),
            Completeness.Extendable => (options.ExtendablePause, TurnEnd.ExtendableAnswer),
            Completeness.Unfinished => (options.UnfinishedPause, TurnEnd.LongPause),
            _ => (options.NeutralPause, TurnEnd.Pause),
        };
}
