using System.Collections.Immutable;
using Appliance.Dialog;
using Appliance.Dialog.Turns;
using Appliance.Media.Rtp;

namespace Appliance.Calls.Records;

/// <summary>All that is known of a call when it is over. Personal data but for ids, times, counts and the outcome.</summary>
public sealed record CallRecord
{
    /// <summary>Which call.</summary>
    public required CallIdentity Identity { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>What came of it.</summary>
    public required CallOutcome Outcome { get; init; }

    /// <summary>What was said, oldest first; empty where the caller refused to be recorded.</summary>
    public required ImmutableList<TranscriptLine> Transcript { get; init; }

    /// <summary>The caller's turns in order.</summary>
    public required ImmutableList<TurnRecord> Turns { get; init; }

    /// <summary>Counts of turn-taking.</summary>
    public required TurnCounters Counters { get; init; }

    /// <summary>The appointment made in the call, if any.</summary>
    public string? AppointmentId { get; init; }

    /// <summary>The callback left in the call, if any.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What the line was like; null where there was no RTP.</summary>
    public RtpStatistics? Media { get; init; }

    /// <summary>Only the handle.</summary>
    public override string ToString() => Identity.CallId;
}
