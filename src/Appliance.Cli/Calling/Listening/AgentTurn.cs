namespace Appliance.Cli.Calling.Listening;

/// <summary>What the ear tells of the agent, by time since the first tick of the media.</summary>
public abstract record AgentTurn
{
    /// <summary>The agent began to talk.</summary>
    /// <param name="At">Its onset.</param>
    public sealed record Began(TimeSpan At) : AgentTurn;

    /// <summary>The agent was silent for 700 ms.</summary>
    /// <param name="From">Its onset.</param>
    /// <param name="To">End of its voice.</param>
    /// <param name="Heard">What it said.</param>
    public sealed record Ended(TimeSpan From, TimeSpan To, AgentHeard Heard) : AgentTurn;
}
