using Appliance.Dialog.Actions;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Conversation;

public sealed class BookingTests
{
    private static readonly string[] _patient =
        ["My name is Mary Smith.", "Yes, that's right.", "March 3rd, 1985.", "555-123-4567.", "Yes.", "Yes, that's correct."];

    [Fact]
    public void Book_WhenEveryQuestionIsAnswered_IsInTheStore()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("Hi, I'd like to book an appointment.", "A checkup.", "Dr. Patel.", "Tuesday morning.", "The second one.")
            .SayAll(_patient)
            .SayAll("No, that's all, thank you.");

        var (request, opening) = Assert.Single(call.Clinic.Booked);
        Assert.Equal("d-patel", opening.DoctorId);
        Assert.Equal(new DateTime(2026, 11, 24, 10, 0, 0), opening.Start);
        Assert.Equal(new Tools.PatientDetails("Mary", "Smith", new DateOnly(1985, 3, 3), "5551234567"), request.Patient);
        Assert.Equal("v-checkup", request.VisitTypeId);
        Assert.Equal(CallOutcome.Booked, call.Outcome);
        Assert.Equal("Thank you for calling. Goodbye.", call.LastAgentLine);
        Assert.Empty(call.Clinic.Held);
    }

    [Fact]
    public void Book_WhenOneSentenceSaysAll_TakesThatOpening()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I want to make an appointment with Dr. Patel on Tuesday at 2:30.", "It's for a flu shot.")
            .SayAll(_patient);

        var (request, opening) = Assert.Single(call.Clinic.Booked);
        Assert.Equal(new DateTime(2026, 11, 24, 14, 30, 0), opening.Start);
        Assert.Equal("v-shot", request.VisitTypeId);
        Assert.Contains("Your appointment is booked for Tuesday, November 24th at 2:30 PM with Doctor Patel.", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_WhenDayIsCorrectedAtConfirmation_ReleasesAndBooksTheOtherDay()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need an appointment for a checkup with Dr. Chen on Tuesday at 2:30.")
            .SayAll(_patient[..^1])
            .SayAll("No, Thursday.", "Yes, that's correct.");

        var (_, opening) = Assert.Single(call.Clinic.Booked);
        Assert.Equal(new DateTime(2026, 11, 26, 14, 30, 0), opening.Start);
        Assert.Contains(call.All<CallTool>(), t => t.Request is Tools.ReleaseHold);
        Assert.Empty(call.Clinic.Held);
    }

    [Fact]
    public void Book_WhenTheReadBackIsDeniedWithTheSameNumber_TakesItAsConfirmed()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need an appointment for a checkup with Dr. Chen on Tuesday at 2:30.")
            .SayAll(_patient[..4])
            .SayAll("No, it's 555-123-4567.");

        Assert.StartsWith("Just to confirm, Tuesday, November 24th at 2:30 PM", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_WhenTheReadBackIsDeniedWithAnotherNumber_ReadsThatOneBack()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need an appointment for a checkup with Dr. Chen on Tuesday at 2:30.")
            .SayAll(_patient[..4])
            .SayAll("No, it's 555-123-9999.");

        Assert.Contains("five five five, one two three, nine nine nine nine. Is that correct?", call.LastAgentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_WhenTimeIsTaken_OffersNearestTwo()
    {
        var call = new SimulatedCall();
        call.Clinic.Taken.Add(new DateTime(2026, 11, 24, 14, 30, 0));
        call.Answer().SayAll("I need an appointment for a checkup with Dr. Patel on Tuesday at 2:30.");

        Assert.Equal("I'm sorry, I don't have 2:30 PM on Tuesday, November 24th. I have Tuesday, November 24th at 2 PM or 3 PM. Which works better?", call.LastAgentLine);
        call.Say("3 PM, please.").SayAll(_patient);
        Assert.Equal(new DateTime(2026, 11, 24, 15, 0, 0), Assert.Single(call.Clinic.Booked).Opening.Start);
    }

    [Fact]
    public void Book_WhenHoldIsLost_OffersOthers()
    {
        var call = new SimulatedCall(clinic: new FakeClinic { RefuseNextHold = true }).Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.");

        Assert.StartsWith("I'm sorry, that one was just taken. I have ", call.LastAgentLine, StringComparison.Ordinal);
        call.Say("The first one, please.").SayAll(_patient);
        Assert.Single(call.Clinic.Booked);
    }

    [Fact]
    public void Book_WhenHoldRanOut_HoldsAndConfirmsAgain()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.").SayAll(_patient[..^1]);
        call.Clinic.Held.Clear();
        call.Say("Yes.");
        Assert.StartsWith("Just to confirm, Tuesday, November 24th at 2:30 PM", call.LastAgentLine, StringComparison.Ordinal);
        Assert.Empty(call.Clinic.Booked);
        call.Say("Yes.");
        Assert.Single(call.Clinic.Booked);
    }

    [Fact]
    public void Book_WhenNameIsDenied_AsksToSpell()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smyth.", "No, that's wrong.");

        Assert.Equal("I'm sorry. Could you spell your last name for me?", call.LastAgentLine);
        call.Say("S-M-I-T-H.");
        Assert.Equal("I have Mary Smith, S, M, I, T, H. Is that right?", call.LastAgentLine);
        call.SayAll(_patient[1..]);
        Assert.Equal("Smith", Assert.Single(call.Clinic.Booked).Request.Patient.FamilyName);
    }

    [Fact]
    public void Book_WhenPhoneAndBirthDateAreKeyed_TakesThem()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.")
            .Press("03031985").AgentDone().Press("5551234567").AgentDone()
            .SayAll("Yes.", "Yes, please.");

        var patient = Assert.Single(call.Clinic.Booked).Request.Patient;
        Assert.Equal(new DateOnly(1985, 3, 3), patient.BirthDate);
        Assert.Equal("5551234567", patient.Phone);
    }

    [Fact]
    public void Book_WhenToolFails_GoesToPersonThenCallback()
    {
        var clinic = new FakeClinic { Fault = r => r is Tools.BookAppointment ? new Tools.ToolFailed(Tools.ToolFailure.Unavailable) : null };
        var call = new SimulatedCall(clinic: clinic).Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.").SayAll(_patient);

        Assert.Equal(TransferReason.ToolFailed, Assert.Single(call.All<TransferToPerson>()).Reason);
        Assert.DoesNotContain(call.AgentLines, l => l.Contains("is booked", StringComparison.Ordinal));
        call.Run(TimeSpan.FromSeconds(2)).Say("Yes, please.");
        Assert.Equal("5551234567", Assert.Single(clinic.Callbacks).Phone);
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
    }

    [Fact]
    public void Book_WhenCallerHangsUpBeforeConfirming_ReleasesHold()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.");
        Assert.Single(call.Clinic.Held);
        call.Give(new Inputs.CallerHungUp(call.Now));

        Assert.Empty(call.Clinic.Held);
        Assert.Equal(CallOutcome.Abandoned, call.Outcome);
    }

    [Fact]
    public void Book_WhenCallerHangsUpWhileBooking_OutcomeIsBooked()
    {
        var call = new SimulatedCall { ToolTime = TimeSpan.FromMilliseconds(300) }.Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.").SayAll(_patient[..^1]);
        call.Begin("Yes.", TimeSpan.FromMilliseconds(100));
        while (!call.All<CallTool>().Any(t => t.Request is Tools.BookAppointment))
        {
            call.Run(VoiceStep);
        }

        call.Give(new Inputs.CallerHungUp(call.Now)).Run(TimeSpan.FromSeconds(1));
        Assert.Equal(CallOutcome.Booked, call.Outcome);
    }

    [Theory]
    [InlineData("The first one, please.", 9, 0)]
    [InlineData("The later one.", 10, 0)]
    [InlineData("10 AM.", 10, 0)]
    [InlineData("The earliest you have.", 9, 0)]
    [InlineData("9 works for me.", 9, 0)]
    [InlineData("How about 11:30?", 11, 30)]
    [InlineData("Can we do Tuesday at 3 PM?", 15, 0)]
    public void Offer_WhenAnsweredInAnyForm_HoldsTheOneMeant(string answer, int hour, int minute)
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday.", answer);
        Assert.Equal(new DateTime(2026, 11, 24, hour, minute, 0), Assert.Single(call.Clinic.Held).Value.Start);
    }

    [Theory]
    [InlineData("The afternoon is better.", "I have Tuesday, November 24th at noon or 1 PM. Which works better?")]
    [InlineData("Around 11.", "I have Tuesday, November 24th at 10:30 AM or 11 AM. Which works better?")]
    [InlineData("Do you have anything later?", "I have Tuesday, November 24th at 10:30 AM or 11:30 AM. Which works better?")]
    [InlineData("Do you have anything earlier?", "I'm sorry, I don't have anything else there. I have Tuesday, November 24th at 9 AM or 10 AM. Which works better?")]
    [InlineData("How about Thursday?", "I have Thursday, November 26th at 9 AM or 10 AM. Which works better?")]
    [InlineData("Yes.", "Did you say Tuesday, November 24th at 9 AM or 10 AM?")]
    public void Offer_WhenSomethingElseIsWanted_OffersThat(string answer, string reply)
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday.", answer);
        Assert.Equal(reply, call.LastAgentLine);
    }

    [Fact]
    public void Weekday_WhenNextWeekIsDiscussed_IsThatOfNextWeek()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel next week.", "Wednesday at 2:30.");
        Assert.Equal(new DateTime(2026, 12, 2, 14, 30, 0), call.State.Conversation.Slots.Chosen?.Start);
    }

    [Fact]
    public void Doctor_WhenCorrectedAtConfirmation_KeepsDayAndTime()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday.", "The second one.").SayAll(_patient[..^1]).SayAll("No, Dr. Chen.", "Yes.");
        var opening = Assert.Single(call.Clinic.Booked).Opening;
        Assert.Equal(("d-chen", new DateTime(2026, 11, 24, 10, 0, 0)), (opening.DoctorId, opening.Start));
    }

    [Fact]
    public void Time_WhenChangedOnAsking_KeepsTheDay()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.").SayAll(_patient[..^1]).SayAll("No.", "The time.");
        Assert.Equal("Okay. What time works best for you?", call.LastAgentLine);
        call.SayAll("4 PM.", "Yes.");
        Assert.Equal(new DateTime(2026, 11, 24, 16, 0, 0), Assert.Single(call.Clinic.Booked).Opening.Start);
    }

    [Fact]
    public void BirthDate_WhenYearComesSeparately_IsPutTogether()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.", "June 5th.");
        Assert.Equal("And what year?", call.LastAgentLine);
        call.Say("1990.");
        Assert.Equal(new DateOnly(1990, 6, 5), call.State.Conversation.Slots.BirthDate);
    }

    [Fact]
    public void Book_WhenSecondAppointmentIsWanted_KeepsThePatient()
    {
        var call = new SimulatedCall().Answer()
            .SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.").SayAll(_patient)
            .SayAll("Yes, I need another appointment with Dr. Chen on Friday at 10 AM.", "A flu shot.", "Yes.");
        Assert.Equal(2, call.Clinic.Booked.Count);
        Assert.Equal(call.Clinic.Booked[0].Request.Patient, call.Clinic.Booked[1].Request.Patient);
        Assert.Equal(new DateTime(2026, 11, 27, 10, 0, 0), call.Clinic.Booked[1].Opening.Start);
    }

    private static TimeSpan VoiceStep => TimeSpan.FromMilliseconds(32);
}
