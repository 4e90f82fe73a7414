using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>The last committed turn.</summary>
/// <param name="Start">First onset.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Before">The conversation before it.</param>
/// <param name="TranscriptLength">Lines of the transcript before it.</param>
/// <param name="CanBeTakenBack">Whether it led to words only, to no tool and no transfer, and nothing happened since.</param>
/// <param name="Affirmed">Whether it said yes.</param>
internal sealed record CommittedTurn(TimeSpan Start, TimeSpan At, ConversationState Before, int TranscriptLength, bool CanBeTakenBack, bool Affirmed);
