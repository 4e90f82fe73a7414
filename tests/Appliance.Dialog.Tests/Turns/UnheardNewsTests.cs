using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Turns;

public sealed class UnheardNewsTests
{
    private const string Booked = "Your appointment is booked for Tuesday, November 24th at 2:30 PM with Doctor Patel. Is there anything else I can help with?";
    private const string Reminder = "You are booked for Tuesday, November 24th at 2:30 PM.";
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(12);

    [Theory]
    [InlineData("Yes -360 that's right.", 10)]
    [InlineData("Yes, -480 that's right.", 10)]
    [InlineData("Yes -600 correct.", 10)]
    [InlineData("Yes -400 that's right.", 500)]
    [InlineData("Yes -1500 okay, great, thank you.", 10)]
    public void Booked_WhenCallerOnlyAgreesOverIt_IsHeardInFull(string answer, int toolMilliseconds)
    {
        var call = AtConfirm();
        call.ToolTime = TimeSpan.FromMilliseconds(toolMilliseconds);
        call.Begin(answer, TimeSpan.FromMilliseconds(300)).Run(_long);

        Assert.Single(call.Clinic.Booked);
        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(Booked, call.AgentLines.Last(l => l.Contains("booked", StringComparison.Ordinal)));
        Assert.DoesNotContain("How can I help you?", call.AgentLines);
        Assert.Equal(Stage.AnythingElse, call.State.Conversation.Stage);
    }

    [Fact]
    public void Booked_WhenAnswerWentOn_CountsAsPrematureAndKeepsTheWords()
    {
        var call = AtConfirm();
        call.Begin("Yes -600 that's right.", TimeSpan.FromMilliseconds(300)).Run(_long);
        Assert.Equal(1, call.State.Counters.PrematureCutoffs);
        Assert.Equal(["Yes", "that's right"], call.State.Transcript.Where(l => !l.ByAgent).Select(l => l.Text).TakeLast(2));
    }

    [Theory]
    [InlineData("What are your hours?", "We are open Monday to Friday from 8 AM to 5 PM.")]
    [InlineData("No, that's all, thank you.", "Thank you for calling. Goodbye.")]
    [InlineData("I need to cancel another appointment.", "I can have someone call you back about that.")]
    public void Booked_WhenCutByARequest_ComesInFrontOfTheReply(string request, string reply)
    {
        var call = Interrupted(request, TimeSpan.FromSeconds(2));
        var line = call.All<Speak>().Last().Text;
        Assert.StartsWith($"{Reminder} {reply}", line, StringComparison.Ordinal);
        Assert.StartsWith(call.All<PrepareSpeech>().Last().Text, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Booked_WhenCutAfterItWasHeard_IsNotRepeated()
    {
        var call = Interrupted("What are your hours?", TimeSpan.FromSeconds(7.2));
        Assert.Single(call.All<CutPlayback>());
        Assert.StartsWith("We are open", call.All<Speak>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Booked_WhenReminderIsCutToo_ComesAgain()
    {
        var call = AtConfirm();
        call.Begin("Yes.", TimeSpan.FromMilliseconds(300)).Run(TimeSpan.FromSeconds(2));
        call.Begin("What are your hours?", TimeSpan.Zero).Run(TimeSpan.FromSeconds(3.5));
        Assert.StartsWith(Reminder, call.All<Speak>().Last().Text, StringComparison.Ordinal);
        Assert.True(call.State.IsAgentTalking);
        call.Begin("Which doctors do you have?", TimeSpan.Zero).Run(_long).AgentDone();
        Assert.StartsWith($"{Reminder} We have Doctor Patel", call.All<Speak>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Booked_WhenCutByNoise_IsSaidAgainAtOnce()
    {
        var call = AtConfirm();
        call.Phantom = "Wait a minute.";
        call.Begin("Yes.", TimeSpan.FromMilliseconds(300)).Run(TimeSpan.FromSeconds(2));
        call.Cough(TimeSpan.Zero, TimeSpan.FromMilliseconds(700)).Run(TimeSpan.FromSeconds(1.5));
        Assert.Single(call.All<CutPlayback>());
        Assert.Contains("booked for Tuesday, November 24th at 2:30 PM", call.All<Speak>().Last().Text, StringComparison.Ordinal);
        Assert.Equal(2, call.All<Speak>().Count(s => s.Text.Contains("booked for", StringComparison.Ordinal)));
    }

    [Fact]
    public void Booked_WhenAnEmergencyIsNamed_ComesAfterIt()
    {
        var call = Interrupted("I'm having chest pain.", TimeSpan.FromSeconds(2));
        Assert.StartsWith("If this is an emergency", call.All<Speak>().First(s => !s.Interruptible).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Okay.")]
    [InlineData("That's right.")]
    [InlineData("Yes, that's right.")]
    public void Booked_WhenAgreedToAfterwards_AsksWhetherThereIsMore(string text)
    {
        var call = AtConfirm().Say("Yes.").Say(text);
        Assert.Equal("Can I help with anything else? Please say yes or no.", call.LastAgentLine);
        call.Say(text);
        Assert.Equal(CallOutcome.Booked, call.Outcome);
    }

    [Fact]
    public void Booked_WhenAskedToRepeat_SaysTheAppointmentAgain()
    {
        var call = AtConfirm().SayAll("Yes.", "Could you say that again?");
        Assert.Equal(Booked, call.LastAgentLine);
    }

    [Fact]
    public void Booked_WhenCalledWrong_IsTakenUpByPeople()
    {
        var call = AtConfirm().SayAll("Yes.", "No, that's wrong.");
        Assert.Equal("I'm sorry. I can have someone call you back about that. Would you like that?", call.LastAgentLine);
    }

    [Fact]
    public void Callback_WhenThanksComeOverTheFarewell_EndsTheCall()
    {
        var call = AtPhoneCheck().Begin("Yes.", TimeSpan.FromMilliseconds(300));
        call.Run(TimeSpan.FromSeconds(2)).Begin("Okay, thank you, bye.", TimeSpan.Zero).Run(_long);
        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
    }

    [Fact]
    public void Callback_WhenFarewellIsCut_IsPromisedAgain()
    {
        var call = AtPhoneCheck().Begin("Yes.", TimeSpan.FromMilliseconds(300));
        call.Run(TimeSpan.FromSeconds(2)).Begin("Wait, what are your hours?", TimeSpan.Zero).Run(_long);
        Assert.Contains(call.All<Speak>(), s => s.Text.StartsWith("Thank you. Someone will call you back. We are open", StringComparison.Ordinal));
    }

    [Fact]
    public void Taken_WhenCut_IsSaidAgain()
    {
        var call = new SimulatedCall(clinic: new FakeClinic { RefuseNextHold = true }).Answer();
        call.Begin("I need a checkup with Dr. Patel on Tuesday at 2:30.", TimeSpan.Zero);
        while (!call.All<Speak>().Any(s => s.Text.Contains("just taken", StringComparison.Ordinal)))
        {
            call.Run(TimeSpan.FromMilliseconds(32));
        }

        call.Begin("What are your hours?", TimeSpan.FromMilliseconds(800)).Run(TimeSpan.FromSeconds(4)).AgentDone();
        Assert.StartsWith("I'm sorry, that one was just taken. We are open", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Tail_WhenItOnlyAgrees_LetsTheReplyGoOn()
    {
        var call = AtNameCheck().Begin("Yes -480 that's right.", TimeSpan.FromMilliseconds(300)).Run(TimeSpan.FromSeconds(6));
        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(1, call.All<Speak>().Count(s => s.Text.Contains("date of birth", StringComparison.Ordinal)));
        Assert.Equal(1, call.State.Counters.PrematureCutoffs);
    }

    [Fact]
    public void Tail_WhenItDenies_TakesTheTurnBack()
    {
        var call = AtNameCheck().Begin("Yes -480 no that's wrong.", TimeSpan.FromMilliseconds(300)).Run(TimeSpan.FromSeconds(5)).AgentDone();
        Assert.Single(call.All<CutPlayback>());
        Assert.False(call.State.Conversation.Slots.NameConfirmed);
    }

    [Fact]
    public void Speak_WhenCallerIsStillTalking_WaitsForHim()
    {
        var call = AtConfirm();
        call.ToolTime = TimeSpan.FromMilliseconds(400);
        call.Begin("Yes -500 that's right.", TimeSpan.FromMilliseconds(300)).Run(_long);
        var speak = call.Actions.FindIndex(a => a.Action is Speak s && s.Text == Booked);
        Assert.IsType<PausePlayback>(call.Actions[speak + 1].Action);
        Assert.Contains(call.Actions.Skip(speak), a => a.Action is ResumePlayback);
    }

    private static SimulatedCall AtNameCheck() => new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.");

    private static SimulatedCall AtConfirm() => AtNameCheck().SayAll("Yes, that's right.", "March 3rd, 1985.", "555-123-4567.", "Yes, that's right.");

    private static SimulatedCall AtPhoneCheck() =>
        new SimulatedCall().Answer().SayAll("I need to cancel my appointment.", "Yes, please.", "Mary Smith.", "555-123-4567.");

    private static SimulatedCall Interrupted(string request, TimeSpan after)
    {
        var call = AtConfirm();
        call.Begin("Yes.", TimeSpan.FromMilliseconds(300)).Run(after);
        return call.Begin(request, TimeSpan.Zero).Run(TimeSpan.FromSeconds(5)).AgentDone();
    }
}
