using Appliance.Dialog.Actions;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Conversation;

/// <summary>The three calls of the demonstration, with the pauses that callers make at commas.</summary>
public sealed class DemoCallTests
{
    private static readonly DateTime _ordinaryWeek = new(2026, 11, 16, 9, 0, 0);
    private static readonly DateTime _thanksgivingWeek = new(2026, 11, 23, 9, 0, 0);

    [Fact]
    public void Book_WhenCallerAnswersEverything_IsBookedWithoutACutOff()
    {
        var call = DemoClinic.Call(_ordinaryWeek).Answer().SayAll(
            "I'd like to book an appointment with Doctor Patel on Tuesday.",
            "I need to come in for a physical.",
            "The second one, -192 please.",
            "My name is Mary Smith.",
            "Yes, -256 that's right.",
            "March third, -128 nineteen eighty five.",
            "five five five, -224 one two three, -288 four five six seven.",
            "Yes.",
            "Yes, -256 that's right.",
            "No, -192 that's all, -224 thank you.");

        var (request, opening) = Assert.Single(call.Clinic.Booked);
        Assert.Equal(("patel", new DateTime(2026, 11, 17, 10, 0, 0)), (opening.DoctorId, opening.Start));
        Assert.Equal(("physical", "Mary Smith", "5551234567"), (request.VisitTypeId, request.Patient.Name, request.Patient.Phone));
        Assert.Contains("Your appointment is booked for Tuesday, November 17th at 10 AM with Doctor Patel. Is there anything else I can help with?", call.AgentLines);
        Assert.Equal(CallOutcome.Booked, call.Outcome);
        Assert.Equal(0, call.State.Counters.PrematureCutoffs);
        Assert.Empty(call.All<CutPlayback>());
        AssertPauses(call);
    }

    [Theory]
    [InlineData("No, -192 I said Thursday.")]
    [InlineData("Actually, -288 Thursday would be better.")]
    public void Offer_WhenInterruptedWithAnotherDay_BooksThatDay(string correction)
    {
        var call = Offered(_ordinaryWeek, "I need a physical with Doctor Patel on Tuesday.");
        call.Begin(correction, TimeSpan.FromSeconds(1)).Run(TimeSpan.FromSeconds(5)).AgentDone();
        Assert.Equal("I have Thursday, November 19th at 9 AM or 10 AM. Which works better?", call.LastAgentLine);

        call.Say("The first one, please.");
        BookAt(call, new DateTime(2026, 11, 19, 9, 0, 0));
    }

    [Theory]
    [InlineData("No, -192 I said Thursday.")]
    [InlineData("Actually, -288 Thursday would be better.")]
    public void Question_WhenInterruptedWithAnotherDay_BooksThatDay(string correction)
    {
        var call = Offered(_ordinaryWeek, "I need a physical with Doctor Patel on Tuesday at two thirty.");
        Assert.StartsWith("I have Tuesday, November 17th at 2:30 PM with Doctor Patel.", call.LastAgentLine, StringComparison.Ordinal);
        call.Begin(correction, TimeSpan.FromSeconds(1)).Run(TimeSpan.FromSeconds(5)).AgentDone();
        Assert.Single(call.All<CutPlayback>());
        BookAt(call, new DateTime(2026, 11, 19, 14, 30, 0));
    }

    [Fact]
    public void Correction_WhenThatDayIsAHoliday_SaysSoAndOffersTheNextOpenDays()
    {
        var call = Offered(_thanksgivingWeek, "I need a physical with Doctor Patel on Tuesday.");
        call.Begin("Actually, -288 Thursday would be better.", TimeSpan.FromSeconds(1)).Run(TimeSpan.FromSeconds(5)).AgentDone();
        Assert.Equal(
            "I'm sorry. We are closed on Thursday, November 26th for Thanksgiving Day. I have Friday, November 27th at 9 AM or 10 AM. Which works better?",
            call.LastAgentLine);

        call.Say("The second one.");
        BookAt(call, new DateTime(2026, 11, 27, 10, 0, 0));
    }

    [Theory]
    [InlineData("How about next Thursday?")]
    [InlineData("Then Thursday next week.")]
    [InlineData("The Thursday after, please.")]
    [InlineData("The following Thursday.")]
    public void Holiday_WhenTheWeekAfterIsWanted_OffersThat(string answer)
    {
        var call = DemoClinic.Call(_thanksgivingWeek).Answer().SayAll("I need a physical with Doctor Patel on Thursday.", answer);
        Assert.Equal("I have Thursday, December 3rd at 9 AM or 10 AM. Which works better?", call.LastAgentLine);
    }

    [Theory]
    [InlineData("I need a physical with Doctor Patel on Thursday at two thirty.", "I'm sorry. We are closed on Thursday, November 26th for Thanksgiving Day. I have Friday, November 27th at 2 PM or 2:30 PM. Which works better?")]
    [InlineData("I need a physical with Doctor Patel on Saturday.", "I'm sorry. We are closed on Saturday, November 28th. I have Monday, November 30th at 9 AM or 10 AM. Which works better?")]
    public void Day_WhenTheClinicIsClosed_SaysSo(string wish, string reply) =>
        Assert.Equal(reply, DemoClinic.Call(_thanksgivingWeek).Answer().Say(wish).LastAgentLine);

    [Theory]
    [InlineData("Are you open on Thursday?", "We are closed on Thursday, November 26th for Thanksgiving Day. How can I help you?")]
    [InlineData("Are you open on Friday?", "On Friday, we are open from 8 AM to 5 PM. How can I help you?")]
    [InlineData("Are you open on Sunday?", "We are closed on Sunday. How can I help you?")]
    public void Hours_WhenADayIsAsked_KnowsHolidays(string asked, string answer) =>
        Assert.Equal(answer, DemoClinic.Call(_thanksgivingWeek).Answer().Say(asked).LastAgentLine);

    [Fact]
    public void Person_WhenNobodyIsThere_LeavesACallback()
    {
        var call = DemoClinic.Call(_thanksgivingWeek).Answer().Say("Can I speak to a person?").Run(TimeSpan.FromSeconds(2)).AgentDone();
        Assert.Equal(TransferReason.CallerAsked, Assert.Single(call.All<TransferToPerson>()).Reason);
        Assert.Equal("I'm sorry, nobody is available right now. Can someone call you back?", call.LastAgentLine);

        call.SayAll("Yes, -256 please.", "Mary Smith.", "five five five, -224 one two three, -288 four five six seven.", "Yes, -256 that's right.");
        var callback = Assert.Single(call.Clinic.Callbacks);
        Assert.Equal(("Mary Smith", "5551234567", "Asked for a person"), (callback.Name, callback.Phone, callback.Reason));
        Assert.Equal("Thank you. Someone will call you back. Goodbye.", call.LastAgentLine);
        Assert.Equal(CallOutcome.CallbackLeft, call.Outcome);
        Assert.Equal(0, call.State.Counters.PrematureCutoffs);
        AssertPauses(call);
    }

    // What is left of 350 ms (median) and 600 ms (95 %) when voice detection (some 60 ms), recognition and sending have had their part.
    private static void AssertPauses(SimulatedCall call)
    {
        var pauses = call.All<RecordTurn>().Select(r => (r.Turn.Timeline.EndpointDecided - r.Turn.Timeline.SpeechEnd).TotalMilliseconds).Order().ToArray();
        Assert.InRange(pauses[pauses.Length / 2], 160, 230);
        Assert.InRange(pauses[^1], 160, 450);
    }

    private static SimulatedCall Offered(DateTime answered, string wish)
    {
        var call = DemoClinic.Call(answered).Answer();
        call.Begin(wish, TimeSpan.FromMilliseconds(250));
        while (!call.State.IsAgentTalking)
        {
            call.Run(TimeSpan.FromMilliseconds(32));
        }

        return call;
    }

    private static void BookAt(SimulatedCall call, DateTime start)
    {
        call.SayAll("Mary Smith.", "Yes.", "March 3rd, 1985.", "555-123-4567.", "Yes.", "Yes, -256 that's right.");
        Assert.Equal(start, Assert.Single(call.Clinic.Booked).Opening.Start);
        Assert.Empty(call.Clinic.Held);
    }
}
