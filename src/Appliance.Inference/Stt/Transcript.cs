namespace Appliance.Inference.Stt;

/// <summary>What was heard, how sure it is, and what it cost.</summary>
/// <param name="Text">The words, trimmed; empty when nothing was said.</param>
/// <param name="Tokens">The pieces of the text in order, without the end mark.</param>
/// <param name="NoSpeechProbability">0 to 1; 0 when the model's vocabulary has no mark for silence.</param>
/// <param name="AverageLogProbability">Mean natural logarithm of the pieces' probabilities, end mark included; 0 when none.</param>
/// <param name="Verdict">How far to believe it.</param>
/// <param name="EncodeTime">Features and encoder, of the whole batch this utterance ran in.</param>
/// <param name="DecodeTime">Decoder, until this utterance's own end.</param>
/// <param name="QueueTime">From the request to the start of the work.</param>
public sealed record Transcript(
    string Text,
    IReadOnlyList<TranscriptToken> Tokens,
    float NoSpeechProbability,
    float AverageLogProbability,
    TranscriptVerdict Verdict,
    TimeSpan EncodeTime,
    TimeSpan DecodeTime,
    TimeSpan QueueTime)
{
    /// <summary>A transcript without words.</summary>
    public static Transcript Empty(TranscriptVerdict verdict, TimeSpan queueTime) =>
        new(string.Empty, [], 0, 0, verdict, TimeSpan.Zero, TimeSpan.Zero, queueTime);
}
