namespace Appliance.Inference.Stt;

/// <summary>What a recogniser has done since it started.</summary>
/// <param name="Utterances">Transcripts written.</param>
/// <param name="Batches">Runs they shared.</param>
/// <param name="Displaced">Partials given up for newer or more urgent work.</param>
/// <param name="Refused">Finals refused because only Finals waited and the queue was full.</param>
/// <param name="Waiting">Requests that wait now.</param>
public sealed record RecognizerStatistics(long Utterances, long Batches, long Displaced, long Refused, int Waiting);
