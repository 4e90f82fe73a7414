using System.Collections.Immutable;
using Appliance.Dialog.Actions;

namespace Appliance.Dialog;

/// <summary>Where the dialog stands after an input and what the call has to do, in this order.</summary>
public sealed record DialogStep(DialogState State, ImmutableArray<DialogAction> Actions)
{
    /// <summary>Nothing to do.</summary>
    internal static DialogStep Stay(DialogState state) => new(state, []);

    /// <summary>One more thing to do.</summary>
    internal DialogStep Do(DialogAction action) => this with { Actions = Actions.Add(action) };

    /// <summary>Goes on from the state reached so far.</summary>
    internal DialogStep Then(Func<DialogState, DialogStep> next)
    {
        var step = next(State);
        return new DialogStep(step.State, Actions.AddRange(step.Actions));
    }
}
