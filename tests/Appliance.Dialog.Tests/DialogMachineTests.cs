using System.Text.Json;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests;

public sealed class DialogMachineTests
{
    [Fact]
    public void Next_WhenInputsAreReplayed_GivesTheSameActions()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "No, it's Mary Jones.", "Yes.", "March 3rd … 1985.", "555-123 … 4567.", "Yes.", "No, Thursday.", "Yes.", "Bye.");
        Assert.True(call.State.Ended);

        Assert.Equal(call.Actions.Select(a => Text(a.Action)), Replay(call));
        Assert.Equal(Replay(call), Replay(call));
    }

    [Fact]
    public void Next_WhenEnded_DoesNothingMore()
    {
        var call = new SimulatedCall().Answer().Give(new CallerHungUp(TimeSpan.FromSeconds(10)));
        Assert.True(call.State.Ended);
        var step = DialogMachine.Next(call.State, new DigitPressed(TimeSpan.FromSeconds(11), '0'));
        Assert.Empty(step.Actions);
        Assert.Single(call.All<HangUp>());
    }

    [Fact]
    public void Next_WhenTimeGoesBackwards_KeepsTheLatest()
    {
        var state = DialogMachine.Next(DialogMachine.Start(ClinicExample.Facts, DialogOptions.Default), new Tick(TimeSpan.FromSeconds(5))).State;
        Assert.Equal(TimeSpan.FromSeconds(5), DialogMachine.Next(state, new Tick(TimeSpan.FromSeconds(2))).State.Now);
    }

    private static List<string> Replay(SimulatedCall call)
    {
        var state = call.Start;
        List<string> actions = [];
        foreach (var input in call.Inputs)
        {
            var step = DialogMachine.Next(state, input);
            state = step.State;
            actions.AddRange(step.Actions.Select(Text));
        }

        return actions;
    }

    private static string Text(DialogAction action) => action.GetType().Name + JsonSerializer.Serialize<object>(action);
}
