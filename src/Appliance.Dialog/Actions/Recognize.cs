namespace Appliance.Dialog.Actions;

/// <summary>Recognise a span of the caller's audio. Answered by <see cref="Inputs.Recognized"/> with the same ids.</summary>
/// <param name="Utterance">The utterance it belongs to.</param>
/// <param name="Revision">Counts up from 1 within the utterance; a newer one makes an unanswered older one worthless.</param>
/// <param name="From">Start of the span since answer, pre-roll included; never negative.</param>
/// <param name="To">End of the span, at or before now.</param>
/// <param name="Kind">Partial or final quality.</param>
public sealed record Recognize(UtteranceId Utterance, int Revision, TimeSpan From, TimeSpan To, RecognitionKind Kind) : DialogAction;
