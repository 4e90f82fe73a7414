using Appliance.Dialog.Actions;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Conversation;

public sealed class HandoverTests
{
    private static readonly TimeSpan _ring = TimeSpan.FromSeconds(2);

    [Fact]
    public void Person_WhenNobodyIsThere_TakesACallback()
    {
        var call = new SimulatedCall().Answer().Say("Can I speak to a person?").Run(_ring).AgentDone();
        Assert.Equal(TransferReason.CallerAsked, Assert.Single(call.All<TransferToPerson>()).Reason);
        Assert.Equal("I'm sorry, nobody is available right now. Can someone call you back?", call.LastAgentLine);

        call.SayAll("Yes, please.", "Mary Smith.", "555-123-4567.", "Yes.");
        var callback = Assert.Single(call.Clinic.Callbacks);
        Assert.Equal("Mary Smith", callback.Name);
        Assert.Equal("5551234567", callback.Phone);
        Assert.Equal("Asked for a person", callback.Reason);
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
    }

    [Fact]
    public void Person_WhenSomeoneAnswers_CallIsTransferred()
    {
        var call = new SimulatedCall { PersonThere = true }.Answer().Say("A person, please.").Run(_ring);
        Assert.Equal(CallOutcome.Transferred, call.Outcome);
    }

    [Fact]
    public void Person_WhenTransferIsAsked_AnnouncementWasPlayedFirst()
    {
        var call = new SimulatedCall().Answer().Say("Operator.").Run(_ring);
        var ended = call.Inputs.OfType<Inputs.PlaybackEnded>().First(p => p.HeardText.Contains("transfer you", StringComparison.Ordinal));
        Assert.True(call.Actions.First(a => a.Action is TransferToPerson).At >= ended.At);
    }

    [Fact]
    public void Person_WhenCallbackIsDeclined_BookingGoesOn()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Let me talk to a human.").Run(_ring)
            .SayAll("No, thank you.");
        Assert.Equal("Okay. Is there anything else I can help with?", call.LastAgentLine);
        call.SayAll("Yes.", "Mary Smith.", "Yes.", "March 3rd, 1985.", "555-123-4567.", "Yes.", "Yes.");
        Assert.Single(call.Clinic.Booked);
    }

    [Fact]
    public void Zero_WhenKeyed_IsAPerson()
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(1)).Press("0").AgentDone().Run(_ring);
        Assert.Equal(TransferReason.CallerAsked, Assert.Single(call.All<TransferToPerson>()).Reason);
    }

    [Fact]
    public void Zero_WhenKeyedAlone_WhereANumberIsExpected_IsAPerson()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.").Press("0").Run(TimeSpan.FromSeconds(3)).AgentDone();
        Assert.Single(call.All<TransferToPerson>());
    }

    [Fact]
    public void Emergency_WhenNamed_SaysTheWordsAndTransfers()
    {
        var call = new SimulatedCall().Answer().Say("I'm having chest pain.").Run(_ring).AgentDone();
        Assert.Contains(call.All<Speak>(), s => s.Text.Contains("hang up and dial nine one one", StringComparison.Ordinal) && !s.Interruptible);
        Assert.Equal(TransferReason.Emergency, Assert.Single(call.All<TransferToPerson>()).Reason);
        Assert.True(Assert.Single(call.Clinic.Callbacks).Urgent);
        Assert.Equal(CallOutcome.Emergency, call.Outcome);
    }

    [Fact]
    public void Emergency_WhenNamedOverTheAgent_CutsIt()
    {
        var call = new SimulatedCall();
        call.Give(new Inputs.CallAnswered(call.Now)).Run(TimeSpan.FromSeconds(1));
        call.Begin("I can't breathe.", TimeSpan.Zero).AgentDone().Run(_ring);
        Assert.NotEmpty(call.All<CutPlayback>());
        Assert.Equal(TransferReason.Emergency, Assert.Single(call.All<TransferToPerson>()).Reason);
    }

    [Fact]
    public void Recording_WhenRefused_StopsItAndTransfers()
    {
        var call = new SimulatedCall().Answer().Say("I don't want to be recorded.").Run(_ring);
        Assert.Single(call.All<StopRecording>());
        Assert.Equal(TransferReason.RecordingRefused, Assert.Single(call.All<TransferToPerson>()).Reason);
    }

    [Fact]
    public void StopCalling_WhenAsked_IsStoredBeforeItIsPromised()
    {
        var call = new SimulatedCall().Answer().Say("Please stop calling me.").AgentDone();
        Assert.Equal("Do not call this number", Assert.Single(call.Clinic.Callbacks).Reason);
        Assert.Equal(CallOutcome.OptedOut, call.Outcome);
    }

    [Theory]
    [InlineData("I need to reschedule my appointment.", "Reschedule an appointment")]
    [InlineData("I need to cancel my appointment.", "Cancel an appointment")]
    [InlineData("I need a refill on metformin.", "Prescription refill")]
    public void OtherMatter_WhenOutsideBooking_IsOfferedACallback(string text, string reason)
    {
        var call = new SimulatedCall().Answer().Say(text);
        Assert.Equal("I can have someone call you back about that. Would you like that?", call.LastAgentLine);
        call.SayAll("Yes.", "Mary Smith.", "555-123-4567.", "Yes.");
        Assert.Equal(reason, Assert.Single(call.Clinic.Callbacks).Reason);
    }

    [Theory]
    [InlineData(EngineStage.Recognition)]
    [InlineData(EngineStage.VoiceActivity)]
    [InlineData(EngineStage.Synthesis)]
    public void Engine_WhenLost_PersonThenCallbackThenEnd(EngineStage stage)
    {
        var call = new SimulatedCall().Answer().Give(new Inputs.EngineFailed(TimeSpan.FromSeconds(9), stage)).AgentDone().Run(_ring).AgentDone();
        Assert.Equal(TransferReason.EngineFailed, Assert.Single(call.All<TransferToPerson>()).Reason);
        Assert.Single(call.Clinic.Callbacks);
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
    }

    [Fact]
    public void Call_WhenTooLong_GoesToAPerson()
    {
        var options = DialogOptions.Default with { Turns = new() { MaxCall = TimeSpan.FromSeconds(12) } };
        var call = new SimulatedCall(options).Answer().Say("I'd like to book an appointment.").Run(TimeSpan.FromSeconds(10)).AgentDone();
        Assert.Equal(TransferReason.CallTooLong, Assert.Single(call.All<TransferToPerson>()).Reason);
    }
}
