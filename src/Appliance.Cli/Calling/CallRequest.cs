using Appliance.Cli.Calling.Scripts;
using Appliance.Cli.Calling.Speaking;
using Appliance.Sip.Messages;

namespace Appliance.Cli.Calling;

/// <summary>A call to be placed, with everything rendered that will be said.</summary>
public sealed record CallRequest
{
    /// <summary>Whom to call.</summary>
    public required SipUri Target { get; init; }

    /// <summary>What to say, and when.</summary>
    public required CallerScript Script { get; init; }

    /// <summary>The sound of the script's lines, in their order.</summary>
    public required IReadOnlyList<RenderedLine> Lines { get; init; }

    /// <summary>A recording that is played from the answer on, instead of the script; null for none.</summary>
    public RenderedLine? Recorded { get; init; }

    /// <summary>WAV file to write the call into; null for none.</summary>
    public string? RecordTo { get; init; }

    /// <summary>Longest ringing. Default 30 s.</summary>
    public TimeSpan RingLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest talk. 1 s to 1 h, default 3 min.</summary>
    public TimeSpan TalkLimit { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Longest time without a packet. Default 10 s.</summary>
    public TimeSpan MediaLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the caller waits for the agent before it goes on. Default 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the agent may take to hang up after all is said. Default 4 s.</summary>
    public TimeSpan FarewellPatience { get; init; } = TimeSpan.FromSeconds(4);
}
