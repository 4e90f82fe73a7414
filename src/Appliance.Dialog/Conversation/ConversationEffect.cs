using Appliance.Dialog.Actions;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Something the conversation wants done.</summary>
internal abstract record ConversationEffect;

/// <summary>Say this; the news in it, if there is any, must be heard.</summary>
internal sealed record Say(string Text, bool Interruptible = true, MustHear? News = null) : ConversationEffect;

/// <summary>Run this tool.</summary>
internal sealed record UseTool(ToolCallId Call, ToolRequest Request) : ConversationEffect;

/// <summary>Put through once everything is said.</summary>
internal sealed record PutThrough(TransferReason Reason, string Summary) : ConversationEffect;

/// <summary>End the call once everything is said.</summary>
internal sealed record End(CallOutcome Outcome) : ConversationEffect;

/// <summary>Stop and erase the recording.</summary>
internal sealed record EraseRecording : ConversationEffect;
