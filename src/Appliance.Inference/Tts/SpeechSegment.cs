namespace Appliance.Inference.Tts;

/// <summary>A piece of a text that is synthesised at once: a sentence, or a clause of a long one.</summary>
/// <param name="Start">UTF-16 index of its first character that is not blank.</param>
/// <param name="Length">UTF-16 units, without blanks at its end.</param>
internal readonly record struct SpeechSegment(int Start, int Length);

/// <summary>How long a segment may be before it is cut at a clause.</summary>
/// <param name="First">Characters of the first segment: what the caller waits for. 20 or more.</param>
/// <param name="Others">Characters of all others, 20 or more.</param>
internal readonly record struct SegmentLimits(int First, int Others);
