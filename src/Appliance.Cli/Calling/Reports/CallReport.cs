using System.Text.Json;
using Appliance.Cli.Figures;

namespace Appliance.Cli.Calling.Reports;

/// <summary>All that a placed call showed; times in ms.</summary>
public sealed record CallReport
{
    /// <summary>Name of the script or call.</summary>
    public required string Name { get; init; }

    /// <summary>Whom was called.</summary>
    public required string Target { get; init; }

    /// <summary>Call-ID; null when there was no call.</summary>
    public required string? CallId { get; init; }

    /// <summary>A name of <see cref="CallEnding"/>.</summary>
    public required string Ending { get; init; }

    /// <summary>How it ended, for people.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it was set up and came to its proper end.</summary>
    public required bool Normal { get; init; }

    /// <summary>From the INVITE to its final answer.</summary>
    public required double SetUpMs { get; init; }

    /// <summary>From the answer to the end.</summary>
    public required double TalkedMs { get; init; }

    /// <summary>The caller's turns in order.</summary>
    public required IReadOnlyList<ReportedTurn> Turns { get; init; }

    /// <summary>Turn latencies, over all turns that were answered.</summary>
    public required Spread Latency { get; init; }

    /// <summary>Times until the interrupted agent was silent.</summary>
    public required Spread BargeInStop { get; init; }

    /// <summary>Turns over which the agent began to talk too early.</summary>
    public required int TalkedOver { get; init; }

    /// <summary>What both said.</summary>
    public required IReadOnlyList<TranscriptEntry> Transcript { get; init; }

    /// <summary>The packets; null when there was no media.</summary>
    public required ReportedMedia? Media { get; init; }

    /// <summary>Recording of the call; null for none.</summary>
    public required string? Recording { get; init; }

    /// <summary>What the script wants to be true now; null where it says nothing.</summary>
    public required JsonElement? Expect { get; init; }
}

/// <summary>One turn of the caller.</summary>
/// <param name="Said">The words.</param>
/// <param name="AtMs">When its voice began, since the answer; null when it was not sent.</param>
/// <param name="Heard">What the agent answered, as it was heard.</param>
/// <param name="LatencyMs">Last voiced packet sent to first voiced packet received; null when it cannot be told.</param>
/// <param name="Interrupted">Whether the caller interrupted the agent on purpose.</param>
/// <param name="BargeInStopMs">First voiced packet sent to the agent's last voiced one; null unless it was talking.</param>
/// <param name="TalkedOver">Whether the agent began to talk before the caller had finished.</param>
public sealed record ReportedTurn(
    string Said, double? AtMs, string Heard, double? LatencyMs, bool Interrupted, double? BargeInStopMs, bool TalkedOver);

/// <summary>Packets of sound both ways.</summary>
/// <param name="Sent">Packets sent.</param>
/// <param name="Received">Packets taken.</param>
/// <param name="Lost">Packets that never came.</param>
/// <param name="JitterMs">Interarrival jitter of those that came (RFC 3550 A.8).</param>
public sealed record ReportedMedia(long Sent, long Received, long Lost, double JitterMs);
