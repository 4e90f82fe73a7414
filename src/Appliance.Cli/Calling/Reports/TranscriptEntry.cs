using System.Text.Json.Serialization;

namespace Appliance.Cli.Calling.Reports;

/// <summary>One speech of either side.</summary>
/// <param name="AtMs">Its beginning, in ms since the answer.</param>
/// <param name="Speaker">Who.</param>
/// <param name="Text">The caller's words as they are, the agent's as the recogniser heard them.</param>
/// <param name="Note">The approved phrase that the agent's words surely are, or that the caller interrupts; else null.</param>
public sealed record TranscriptEntry(double AtMs, Speaker Speaker, string Text, string? Note);

/// <summary>Who speaks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Speaker>))]
public enum Speaker
{
    /// <summary>The simulated caller.</summary>
    [JsonStringEnumMemberName("caller")]
    Caller,

    /// <summary>The other side.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,
}
