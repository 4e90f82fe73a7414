using Appliance.Cli.Calling.Listening;
using Appliance.Media.Rtp;

namespace Appliance.Cli.Calling;

/// <summary>What was measured in a call; moments are by the media session's clock.</summary>
public sealed record CallMeasures
{
    /// <summary>How it ended.</summary>
    public CallResult Result { get; init; } = new(CallEnding.Stopped, "The call was stopped.");

    /// <summary>From the INVITE to its final answer.</summary>
    public TimeSpan SetUp { get; init; }

    /// <summary>When the final answer came.</summary>
    public TimeSpan Answered { get; init; }

    /// <summary>From the answer to the end.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>Arrival of the agent's voiced packets.</summary>
    public IReadOnlyList<VoiceSpan> AgentVoice { get; init; } = [];

    /// <summary>Sending of the caller's voiced packets.</summary>
    public IReadOnlyList<VoiceSpan> CallerVoice { get; init; } = [];

    /// <summary>Packets both ways; null where there was no media.</summary>
    public RtpStatistics? Media { get; init; }
}
