using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog.Tests.Turns;

public sealed class EndpointingTests
{
    [Fact]
    public void Commit_WhenAnswerIsComplete_TakesAboutTwoHundredMilliseconds()
    {
        var turn = LastTurn(new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes, that's right.", "March 3rd, 1985."));
        Assert.Equal(TurnEnd.CompleteAnswer, turn.End);
        Assert.InRange(Pause(turn).TotalMilliseconds, 192, 260);
    }

    [Fact]
    public void Commit_WhenNothingSpecialIsKnown_TakesAboutHalfASecond()
    {
        var turn = LastTurn(new SimulatedCall().Answer().Say("Well you see it hurts there."));
        Assert.Equal(TurnEnd.Pause, turn.End);
        Assert.InRange(Pause(turn).TotalMilliseconds, 440, 510);
    }

    [Fact]
    public void Commit_WhenMoreIsOftenAdded_TakesLessThanHalfASecond()
    {
        var turn = LastTurn(new SimulatedCall().Answer().Say("I'd like to book an appointment."));
        Assert.Equal(TurnEnd.ExtendableAnswer, turn.End);
        Assert.InRange(Pause(turn).TotalMilliseconds, 370, 440);
    }

    [Theory]
    [InlineData("I'd like to book an appointment with Doctor Patel on Tuesday.")]
    [InlineData("I need to come in for a physical.")]
    [InlineData("Can I speak to a person?")]
    public void Commit_WhenSentenceSaysAll_TakesAboutTwoHundredMilliseconds(string text) =>
        Assert.InRange(Pause(LastTurn(new SimulatedCall().Answer().Say(text))).TotalMilliseconds, 192, 260);

    // Pauses at the comma as the voice detector sees them for espeak-ng at 130 to 175 words a minute: 96 to 352 ms.
    [Theory]
    [InlineData("Yes, -96 that's right.")]
    [InlineData("Yes, -192 that's right.")]
    [InlineData("Yes -256 that's right.")]
    [InlineData("Yes. -350 please.")]
    public void Commit_WhenVoiceRestsAfterYes_TakesTheWholeAnswer(string text)
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.").Say(text);
        Assert.Equal(0, call.State.Counters.PrematureCutoffs);
        Assert.Equal(3, call.State.Counters.Turns);
        Assert.Equal(Appliance.Dialog.Conversation.Stage.BirthDate, call.State.Conversation.Stage);
    }

    [Fact]
    public void Commit_WhenPhoneNumberIsHalf_WaitsForTheRest()
    {
        var call = AtPhone().Say("555-123 … 4567.");
        var turn = LastTurn(call);
        Assert.Equal("555-123 4567.", turn.CallerText);
        Assert.Equal("5551234567", call.State.Conversation.Slots.Phone);
        Assert.True(call.State.Counters.DiscardedSpeculations > 0);
        Assert.Equal(0, call.State.Counters.PrematureCutoffs);
    }

    [Fact]
    public void Commit_WhenHalfIsAllThatComes_TakesItAfterTheLongPause()
    {
        var turn = LastTurn(AtPhone().Say("555-123"));
        Assert.Equal(TurnEnd.LongPause, turn.End);
        Assert.InRange(Pause(turn).TotalMilliseconds, 1190, 1260);
    }

    [Fact]
    public void Recognise_WhenVoicePauses_AsksAtOnceWithPreRoll()
    {
        var call = new SimulatedCall().Answer();
        var start = call.Now + TimeSpan.FromMilliseconds(250);
        call.Say("Yes.");
        var final = call.All<Recognize>().Last(r => r.Kind is RecognitionKind.Final);
        Assert.InRange((start - final.From).TotalMilliseconds, 260, 330);
        var turn = LastTurn(call);
        Assert.InRange((turn.Timeline.RecognitionAsked - turn.Timeline.SpeechEnd).TotalMilliseconds, 90, 130);
    }

    [Fact]
    public void Recognise_WhileSpeechGoesOn_AsksForPartials()
    {
        var call = new SimulatedCall().Answer().Say("I would like to book an appointment with Dr. Patel on Tuesday at 2:30, please.");
        Assert.True(call.All<Recognize>().Count(r => r.Kind is RecognitionKind.Partial) >= 8);
        Assert.All(call.All<Recognize>(), r => Assert.True(r.From < r.To));
    }

    [Fact]
    public void Recognise_WhenSlow_NeverStopsAsking()
    {
        var call = new SimulatedCall { RecognitionTime = TimeSpan.FromMilliseconds(350) }.Answer()
            .Say("I need an appointment ~ with Dr. Patel ~ on Tuesday ~ at 2:30 ~ for a flu shot ~ if you have ~ something free.");
        Assert.Equal(Appliance.Dialog.Conversation.Stage.Name, call.State.Conversation.Stage);
        Assert.True(call.All<Recognize>().Count(r => r.Kind is RecognitionKind.Partial) >= 6);
    }

    [Fact]
    public void Commit_WhenRecognitionIsLate_CommitsOnArrival()
    {
        var call = AtPhone();
        call.RecognitionTime = TimeSpan.FromMilliseconds(900);
        var turn = LastTurn(call.Say("555-123-4567."));
        Assert.Equal(TurnEnd.RecognitionLate, turn.End);
        Assert.Equal(turn.Timeline.RecognitionAnswered, turn.Timeline.EndpointDecided);
    }

    [Fact]
    public void Prepare_WhenReplyIsForeseen_IsTheSentenceThenSpoken()
    {
        var call = new SimulatedCall().Answer().Say("I'd like to book an appointment.");
        var prepared = call.All<PrepareSpeech>().Last();
        Assert.StartsWith(prepared.Text, call.All<Speak>().Last().Text, StringComparison.Ordinal);
        Assert.True(call.TimeOf<PrepareSpeech>() < call.TimeOf<Speak>());
    }

    [Fact]
    public void Prepare_WhenTurnIsOpen_RunsNoTool()
    {
        var call = new SimulatedCall().Answer();
        call.Begin("I need a checkup with Dr. Patel on Tuesday at 2:30 …", TimeSpan.Zero);
        while (!call.All<Recognize>().Any(r => r.Kind is RecognitionKind.Final))
        {
            call.Run(VoiceTracker.WindowDuration);
        }

        call.Run(TimeSpan.FromMilliseconds(100));
        Assert.Empty(call.All<CallTool>());
    }

    [Fact]
    public void Reopen_WhenCallerGoesOnRightAfterTheCommit_TakesTheTurnBackAsOne()
    {
        var call = new SimulatedCall().Answer();
        call.Begin("I need an appointment … for a flu shot.", TimeSpan.FromMilliseconds(200)).Run(TimeSpan.FromSeconds(5)).AgentDone();

        Assert.Equal(1, call.State.Counters.PrematureCutoffs);
        var turn = LastTurn(call);
        Assert.True(turn.Continues);
        Assert.Equal("I need an appointment for a flu shot.", turn.CallerText);
        Assert.Equal("v-shot", call.State.Conversation.Slots.VisitTypeId);
        Assert.Single(call.State.Transcript, l => !l.ByAgent);
    }

    [Fact]
    public void Commit_WhenCallerNeverStops_TakesWhatThereIsAtTheLongestTurn()
    {
        var options = DialogOptions.Default with { Turns = new TurnOptions { MaxTurn = TimeSpan.FromSeconds(4) } };
        var call = new SimulatedCall(options).Answer();
        call.Begin(string.Join(' ', Enumerable.Repeat("blah", 40)), TimeSpan.Zero).Run(TimeSpan.FromSeconds(6));
        Assert.Equal(TurnEnd.MaxDuration, call.All<RecordTurn>().First().Turn.End);
    }

    [Fact]
    public void Timeline_WhenTurnIsRecorded_IsInOrder()
    {
        var call = new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.");
        Assert.All(call.All<RecordTurn>(), r =>
        {
            var t = r.Turn.Timeline;
            Assert.True(t.SpeechStart < t.SpeechEnd && t.SpeechEnd < t.RecognitionAsked && t.RecognitionAsked <= t.RecognitionAnswered);
            Assert.True(t.RecognitionAnswered <= t.EndpointDecided && t.EndpointDecided <= t.ReplyDecided);
            Assert.NotNull(r.Turn.Reply);
        });
        Assert.Equal([1, 2], call.All<RecordTurn>().Select(r => r.Turn.Number));
    }

    [Fact]
    public void Hear_WhenResultIsUnknownOrStale_IsIgnored()
    {
        var call = new SimulatedCall().Answer();
        var before = call.State;
        call.Give(new Recognized(call.Now, new UtteranceId(99), 1, RecognitionKind.Final, "Operator.", 1, RecognitionVerdict.Speech));
        Assert.Equal(before, call.State);
    }

    private static SimulatedCall AtPhone() =>
        new SimulatedCall().Answer().SayAll("I need a checkup with Dr. Patel on Tuesday at 2:30.", "Mary Smith.", "Yes.", "March 3rd, 1985.");

    private static Turn LastTurn(SimulatedCall call) => call.All<RecordTurn>().Last().Turn;

    private static TimeSpan Pause(Turn turn) => turn.Timeline.EndpointDecided - turn.Timeline.SpeechEnd;
}
