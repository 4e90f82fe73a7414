namespace Appliance.Cli.Calling;

/// <summary>How a call ended.</summary>
public enum CallEnding
{
    /// <summary>All was said, and the agent hung up.</summary>
    AgentHungUp,

    /// <summary>All was said, and the caller hung up.</summary>
    CallerHungUp,

    /// <summary>The agent hung up before all was said.</summary>
    CutShort,

    /// <summary>The INVITE was refused, or nobody could be reached.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    NoAnswer,

    /// <summary>No usable media was agreed, or no packets came.</summary>
    NoMedia,

    /// <summary>The time for the call was up.</summary>
    TimeUp,

    /// <summary>The user stopped the command.</summary>
    Stopped,
}
