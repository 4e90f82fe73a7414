using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>The last committed turn, as long as it can be taken back: it led to words only, to no tool and no transfer.</summary>
/// <param name="Start">First onset.</param>
/// <param name="VoiceEnd">End of its voice.</param>
/// <param name="Before">The conversation before it.</param>
/// <param name="TranscriptLength">Lines of the transcript before it.</param>
internal sealed record CommittedTurn(TimeSpan Start, TimeSpan VoiceEnd, ConversationState Before, int TranscriptLength);
