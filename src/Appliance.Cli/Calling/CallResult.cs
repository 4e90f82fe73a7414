namespace Appliance.Cli.Calling;

/// <summary>How a call ended, with the words for people.</summary>
/// <param name="Ending">How.</param>
/// <param name="Reason">One sentence.</param>
public sealed record CallResult(CallEnding Ending, string Reason)
{
    /// <summary>Whether the call was set up and came to its proper end.</summary>
    public bool IsNormal => Ending is CallEnding.AgentHungUp or CallEnding.CallerHungUp;
}
