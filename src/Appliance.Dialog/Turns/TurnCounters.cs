namespace Appliance.Dialog.Turns;

/// <summary>Counts over one call.</summary>
/// <param name="Turns">Committed caller turns.</param>
/// <param name="PrematureCutoffs">Turns committed although the caller went on right after.</param>
/// <param name="Interruptions">Times the caller's words cut the agent.</param>
/// <param name="FalseInterruptions">Times the agent paused for a cough, noise or "mm-hm" and went on.</param>
/// <param name="DiscardedSpeculations">Recognitions thrown away because speech went on.</param>
public sealed record TurnCounters(int Turns, int PrematureCutoffs, int Interruptions, int FalseInterruptions, int DiscardedSpeculations)
{
    /// <summary>All zero.</summary>
    public static TurnCounters Zero { get; } = new(0, 0, 0, 0, 0);
}
