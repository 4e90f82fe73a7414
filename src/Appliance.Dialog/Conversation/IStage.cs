using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>One state of the conversation: what it expects, how it asks, what an answer does.</summary>
internal interface IStage
{
    /// <summary>What parsers and endpointing are led by.</summary>
    Expectation Expects { get; }

    /// <summary>The question; a higher attempt is asked more plainly.</summary>
    string Question(ConversationState state, ConversationContext context, int attempt);

    /// <summary>What the answer leads to; null if it does not answer this question. Slots are already updated in the state, as the change says.</summary>
    ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context);

    /// <summary>What keyed digits lead to; null if they mean nothing here.</summary>
    ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => null;
}
