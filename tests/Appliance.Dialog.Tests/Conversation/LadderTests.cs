using Appliance.Dialog.Actions;
using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog.Tests.Conversation;

public sealed class LadderTests
{
    [Fact]
    public void Silence_WhenItLasts_PromptsTwiceThenSaysGoodbye()
    {
        var call = new SimulatedCall().Answer().Run(TimeSpan.FromSeconds(40));
        Assert.Equal(CallOutcome.NoInput, call.Outcome);
        Assert.Contains("Are you still there? How can I help you?", call.AgentLines);
        Assert.Contains("I'm sorry, I can't hear you. How can I help you?", call.AgentLines);
        Assert.Equal("I still can't hear you. Please call again. Goodbye.", call.LastAgentLine);
        Assert.All(call.All<RecordTurn>(), r => Assert.Equal(TurnEnd.Silence, r.Turn.End));
    }

    [Fact]
    public void Silence_WhenCallerAskedToHoldOn_IsNotNagged()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel.", "Let me ask my wife.");
        Assert.Equal("Sure, take your time.", call.LastAgentLine);
        call.Run(TimeSpan.FromSeconds(50));
        Assert.Equal("Sure, take your time.", call.LastAgentLine);
        call.Run(TimeSpan.FromSeconds(15));
        Assert.StartsWith("Are you still there?", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_WhenItGoesOn_RephrasesThenFindsAPerson()
    {
        var call = new SimulatedCall().Answer().Say("Purple monkey dishwasher.");
        Assert.Equal("I'm sorry, I didn't catch that. Are you calling to book an appointment?", call.LastAgentLine);
        call.Say("Green ideas sleep.");
        Assert.Equal("I'm sorry, I didn't catch that. Please say book an appointment, or a person.", call.LastAgentLine);
        call.Say("Colorless furiously.").Run(TimeSpan.FromSeconds(2)).AgentDone();
        Assert.Equal(TransferReason.NotUnderstood, Assert.Single(call.All<TransferToPerson>()).Reason);
        call.SayAll("Blah.", "Blah.", "Blah.").AgentDone();
        Assert.Single(call.Clinic.Callbacks);
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
    }

    [Fact]
    public void Ladder_WhenPhoneIsNotUnderstood_OffersKeys()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.", "March 3rd, 1985.", "Purple.", "Green.");
        Assert.Equal("I'm sorry, I didn't catch that. Please key in your phone number on your phone.", call.LastAgentLine);
        call.Press("5551234567").AgentDone().Say("Yes.");
        Assert.Equal(Appliance.Dialog.Conversation.Stage.Confirm, call.State.Conversation.Stage);
    }

    [Fact]
    public void Ladder_WhenTheSameIsSaidThatAnswersNothing_FindsAPerson()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup.", "The 30th of April.");
        Assert.Equal("Okay. Which doctor would you like to see?", call.LastAgentLine);
        call.SayAll("The 30th of April.");
        Assert.StartsWith("I'm sorry, I didn't catch that. Would you like Doctor Patel", call.LastAgentLine, StringComparison.Ordinal);
        call.SayAll("The 30th of April.", "The 30th of April.");
        Assert.Equal(TransferReason.NotUnderstood, Assert.Single(call.All<TransferToPerson>()).Reason);
    }

    [Fact]
    public void Ladder_WhenUnderstoodAgain_StartsAnew()
    {
        var call = new SimulatedCall().Answer().SayAll("Purple.", "Green.", "I'd like to book an appointment.");
        Assert.Equal(0, call.State.Conversation.Misses);
        Assert.Empty(call.All<TransferToPerson>());
    }

    [Fact]
    public void Repeat_WhenAsked_SaysTheQuestionAgain()
    {
        var call = new SimulatedCall().Answer().SayAll("I'd like to book an appointment.", "Could you say that again?");
        Assert.Equal("What is the reason for your visit?", call.LastAgentLine);
    }

    [Theory]
    [InlineData("What are your hours?", "We are open Monday to Friday from 8 AM to 5 PM. What is the reason for your visit?")]
    [InlineData("Are you open on Sunday?", "We are closed on Sunday. What is the reason for your visit?")]
    [InlineData("Are you a robot?", "I am the automated scheduling assistant for Lakeside Clinic. What is the reason for your visit?")]
    [InlineData("Is this recorded?", "Yes, this call may be recorded. What is the reason for your visit?")]
    public void SideQuestion_WhenAsked_IsAnsweredAndTheQuestionComesBack(string asked, string answer)
    {
        var call = new SimulatedCall().Answer().SayAll("I'd like to book an appointment.", asked);
        Assert.Equal(answer, call.LastAgentLine);
    }

    [Fact]
    public void SideQuestion_WhenItComesWithAWish_KeepsTheWish()
    {
        var call = new SimulatedCall().Answer().Say("I need an appointment for a checkup. Which doctors are available?");
        Assert.Equal("We have Doctor Patel, Doctor Chen or Doctor Garcia. Which doctor would you like to see?", call.LastAgentLine);
        Assert.Equal("v-checkup", call.State.Conversation.Slots.VisitTypeId);
    }

    [Fact]
    public void Doctor_WhenUnknown_NamesThoseThatExist()
    {
        var call = new SimulatedCall().Answer().SayAll("I'd like to book a checkup.", "Dr. Washington.");
        Assert.Equal("I'm sorry, I don't have that doctor here. We have Doctor Patel, Doctor Chen or Doctor Garcia. Would you like Doctor Patel, Doctor Chen or Doctor Garcia? You can also say anyone is fine.", call.LastAgentLine);
    }

    [Fact]
    public void NeverMind_WhenSaidMidway_DropsTheBookingAndTheHold()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Never mind.", "No, that's all.");
        Assert.Empty(call.Clinic.Held);
        Assert.Equal(CallOutcome.Closed, call.Outcome);
    }

    [Fact]
    public void Goodbye_WhenInterruptedWithOneMoreThing_CallGoesOn()
    {
        var call = new SimulatedCall().Answer().SayAll("What are your hours?");
        call.Begin("Goodbye.", TimeSpan.FromMilliseconds(200));
        while (!call.LastAgentLine.EndsWith("Goodbye.", StringComparison.Ordinal))
        {
            call.Run(TimeSpan.FromMilliseconds(64));
        }

        call.Begin("Wait, I need to book an appointment.", TimeSpan.FromMilliseconds(900)).Run(TimeSpan.FromSeconds(6)).AgentDone();
        Assert.False(call.State.Ended);
        Assert.True(call.State.Conversation.Slots.WantsBooking);
    }

    [Fact]
    public void Tool_WhenLate_IsAnnouncedOnce()
    {
        var call = new SimulatedCall { ToolTime = TimeSpan.FromSeconds(3) }.Answer().Say("I need a checkup with Dr. Patel on Tuesday at 2:30.");
        Assert.Contains("One moment while I check.", call.AgentLines);
        Assert.Equal(Appliance.Dialog.Conversation.Stage.Name, call.State.Conversation.Stage);
    }

    [Fact]
    public void Tool_WhenItNeverAnswers_FailsOver()
    {
        var call = new SimulatedCall { ToolTime = TimeSpan.FromMinutes(9) }.Answer();
        call.Begin("I need a checkup with Dr. Patel on Tuesday at 2:30.", TimeSpan.Zero).Run(TimeSpan.FromSeconds(30));
        Assert.Equal(TransferReason.ToolFailed, Assert.Single(call.All<TransferToPerson>()).Reason);
    }
}
