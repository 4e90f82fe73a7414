using System.Collections.Immutable;
using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>A speech of the agent that has not ended.</summary>
internal sealed record ActiveSpeech(SpeechId Id, string Text, bool Interruptible, TimeSpan Since, ImmutableArray<MustHear> News);
