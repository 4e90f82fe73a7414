namespace Appliance.Cli.Calling.Scripts;

/// <summary>What a caller does when the agent has finished.</summary>
public abstract record CallerMove
{
    /// <summary>Says a line.</summary>
    /// <param name="Line">Index in the script.</param>
    public sealed record Say(int Line) : CallerMove;

    /// <summary>Waits, for the agent will go on by itself.</summary>
    public sealed record KeepListening : CallerMove;

    /// <summary>Waits for the agent to hang up, and hangs up if it does not.</summary>
    public sealed record AwaitEnd : CallerMove;
}
