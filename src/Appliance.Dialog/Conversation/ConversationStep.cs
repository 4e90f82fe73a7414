using System.Collections.Immutable;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Where the conversation stands now and what it wants done, in this order.</summary>
internal sealed record ConversationStep(ConversationState State, ImmutableArray<ConversationEffect> Effects)
{
    /// <summary>Nothing to do.</summary>
    public static ConversationStep Stay(ConversationState state) => new(state, []);

    /// <summary>One more thing to do.</summary>
    public ConversationStep Do(ConversationEffect effect) => this with { Effects = Effects.Add(effect) };

    /// <summary>Goes on from the state reached so far.</summary>
    public ConversationStep Then(Func<ConversationState, ConversationStep> next)
    {
        var step = next(State);
        return new ConversationStep(step.State, Effects.AddRange(step.Effects));
    }

    /// <summary>Runs a tool and waits for it in a stage.</summary>
    public ConversationStep Await(ToolRequest request, Stage stage)
    {
        var call = new ToolCallId(State.LastCall + 1);
        return Do(new UseTool(call, request)) with { State = State with { Stage = stage, LastCall = call.Value, Pending = call } };
    }

    /// <summary>Runs a tool whose answer changes nothing.</summary>
    public ConversationStep Send(ToolRequest request)
    {
        var call = new ToolCallId(State.LastCall + 1);
        return Do(new UseTool(call, request)) with { State = State with { LastCall = call.Value } };
    }

    /// <summary>Gives a hold back, if there is one.</summary>
    public ConversationStep Release() =>
        State.HoldId is { } hold ? Send(new ReleaseHold(hold)) with { State = State with { HoldId = null, LastCall = State.LastCall + 1 } } : this;

    /// <summary>What is said last holds news that must be heard.</summary>
    public ConversationStep Insist(string sentence, string reminder) => Effects.LastOrDefault(e => e is Say) is Say say
        ? this with { Effects = Effects.Replace(say, say with { News = new MustHear(sentence, reminder) }) }
        : this;

    /// <summary>Asks a question and waits for its answer in a stage.</summary>
    public ConversationStep Ask(Stage stage, string lead, string question) =>
        Do(new Say(lead.Length == 0 ? question : $"{lead} {question}")) with { State = State with { Stage = stage, LastQuestion = question, Pending = null } };
}
