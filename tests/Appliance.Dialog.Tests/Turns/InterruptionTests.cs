using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Turns;

public sealed class InterruptionTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(600);

    [Fact]
    public void Begin_WhenVoiceStartsOverTheAgent_PausesWithinAHundredMilliseconds()
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(2));
        var onset = call.Now;
        call.Begin("I need an appointment.", TimeSpan.Zero).Run(TimeSpan.FromMilliseconds(500));
        Assert.InRange((call.Actions.First(a => a.Action is PausePlayback).At - onset).TotalMilliseconds, 0, 100);
    }

    [Fact]
    public void Words_WhenCallerInterruptsTheOffer_HistoryHoldsExactlyWhatWasHeard()
    {
        var call = new SimulatedCall().Answer();
        call.Begin("I need a checkup with Dr. Patel tomorrow morning.", _soon).Run(TimeSpan.FromSeconds(6.2));
        Assert.Equal(Stage.Offer, call.State.Conversation.Stage);
        Assert.True(call.State.IsAgentTalking);
        call.Begin("No, Thursday at 2 PM.", TimeSpan.Zero).Run(TimeSpan.FromSeconds(4)).AgentDone();

        var cut = Assert.Single(call.State.Transcript, l => l.Cut);
        Assert.StartsWith(cut.Text, "I have Tuesday, November 24th at 9 AM or 10 AM. Which works better?", StringComparison.Ordinal);
        Assert.Equal(call.Inputs.OfType<Inputs.PlaybackCut>().Single().HeardText, cut.Text);
        Assert.Equal(1, call.State.Counters.Interruptions);
        Assert.Equal(new DateTime(2026, 11, 26, 14, 0, 0), call.State.Conversation.Slots.Chosen?.Start);
    }

    [Fact]
    public void Cough_WhenAgentTalks_PausesThenResumes()
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(2));
        call.Cough(TimeSpan.Zero, TimeSpan.FromMilliseconds(250)).AgentDone();

        Assert.Single(call.All<PausePlayback>());
        Assert.Single(call.All<ResumePlayback>());
        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(1, call.State.Counters.FalseInterruptions);
        var pause = call.Actions.Single(a => a.Action is PausePlayback).At;
        Assert.InRange((call.TimeOf<ResumePlayback>() - pause).TotalMilliseconds, 1, 600);
        Assert.EndsWith("How can I help you?", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_WhenItGoesOn_AgentGoesOnToo()
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(1));
        call.Cough(TimeSpan.Zero, TimeSpan.FromSeconds(4)).AgentDone();

        Assert.Single(call.All<ResumePlayback>());
        Assert.Empty(call.All<CutPlayback>());
    }

    [Theory]
    [InlineData("Mm-hm.")]
    [InlineData("Okay.")]
    [InlineData("Uh-huh.")]
    public void Backchannel_WhenAgentIsMidSentence_DoesNotStopIt(string text)
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(1));
        call.Begin(text, TimeSpan.Zero).AgentDone();

        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(0, call.State.Counters.Turns);
        Assert.Equal(1, call.State.Counters.FalseInterruptions);
    }

    [Fact]
    public void Greeting_WhenUninterruptible_PlaysOnAndKeepsWhatWasSaid()
    {
        var options = DialogOptions.Default with { Conversation = new ConversationOptions { GreetingInterruptible = false } };
        var call = new SimulatedCall(options);
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(1));
        call.Begin("I need a checkup with Dr. Chen.", TimeSpan.Zero).Run(TimeSpan.FromSeconds(20));

        Assert.Empty(call.All<PausePlayback>());
        Assert.Equal(Appliance.Dialog.Turns.TurnEnd.AgentFinished, call.All<RecordTurn>().First().Turn.End);
        Assert.Equal("d-chen", call.State.Conversation.Slots.DoctorId);
    }

    [Fact]
    public void Confirm_WhenYesComesBeforeAllWasHeard_IsAskedAgain()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.", "March 3rd, 1985.", "555-123-4567.");
        call.Begin("Yes.", TimeSpan.FromMilliseconds(200)).Run(TimeSpan.FromSeconds(1.6));
        Assert.Equal(Stage.Confirm, call.State.Conversation.Stage);
        call.Begin("Yes.", TimeSpan.Zero).Run(TimeSpan.FromSeconds(1.5));

        Assert.DoesNotContain(call.All<CallTool>(), t => t.Request is Tools.BookAppointment);
        call.AgentDone().Say("Yes.");
        Assert.Single(call.Clinic.Booked);
    }
}
