namespace Appliance.Host.Records;

/// <summary>Names of the stages of a turn's latency as they are stored.</summary>
public static class LatencyStage
{
    /// <summary>Waiting for the caller to be done.</summary>
    public const string Endpointing = "endpointing";

    /// <summary>Recognition, within the endpointing.</summary>
    public const string Recognition = "stt";

    /// <summary>Rules and flow.</summary>
    public const string Understanding = "understanding";

    /// <summary>The clinic's tools.</summary>
    public const string Tool = "tool";

    /// <summary>Synthesis up to the first samples.</summary>
    public const string Synthesis = "tts";

    /// <summary>What is left: queues, beats, the leading silence of the voice.</summary>
    public const string Own = "own";

    /// <summary>Last voiced sample in to first voiced sample out.</summary>
    public const string Total = "total";

    /// <summary>All of them, in the order of a turn.</summary>
    public static IReadOnlyList<string> All { get; } = [Endpointing, Recognition, Understanding, Tool, Synthesis, Own, Total];
}
