using Appliance.Dialog.Facts;
using Appliance.Dialog.Inputs;

namespace Appliance.Dialog;

/// <summary>
/// The dialog of one call: turn-taking, understanding and the clinic's conversation as one pure function.
/// No clock, no I/O, no randomness: the same inputs give the same actions, live, in tests and in replay.
/// </summary>
public static class DialogMachine
{
    /// <summary>The state before the first input, <see cref="CallAnswered"/>.</summary>
    public static DialogState Start(ClinicFacts facts, DialogOptions options) => new() { Facts = facts, Options = options };

    /// <summary>What follows from an input. Never throws for any input; an id it does not know is ignored.</summary>
    public static DialogStep Next(DialogState state, DialogInput input) =>
        DialogStep.Stay(state with { Now = input.At > state.Now ? input.At : state.Now });
}
