namespace Appliance.Inference.Tts;

/// <summary>Where a word stands in a chunk's text and in its sound. A word is a run of characters without blanks, punctuation included.</summary>
/// <param name="TextStart">UTF-16 index into the chunk's text.</param>
/// <param name="TextLength">UTF-16 units.</param>
/// <param name="FirstSample">Index into the chunk's samples.</param>
/// <param name="SampleCount">Samples until the next word, or until the end of speech.</param>
public readonly record struct WordTiming(int TextStart, int TextLength, int FirstSample, int SampleCount);
