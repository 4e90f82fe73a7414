using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Tools;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Dialog.Tests;

public sealed class RandomWalkTests
{
    private static readonly string[] _lines =
    [
        "I'd like to book an appointment.", "A checkup.", "It's for a flu shot.", "Dr. Patel.", "Anyone is fine.", "Tuesday at 2:30.", "Next week.", "In the morning.", "As soon as possible.", "The first one, please.", "The second one.",
        "Do you have anything later?", "Neither.", "My name is Mary Smith.", "John.", "S-M-I-T-H.", "March 3rd, 1985.", "February 30th, 1985.", "March 3rd.", "555-123-4567.", "555-1234.", "555", "Yes.", "Yes.", "Yes, that's right.", "No.", "No, Thursday.",
        "No, my name is Anna Jones.", "Actually, Friday would be better.", "Can you repeat that?", "Hold on.", "Purple monkey.", "Hello?", "Never mind.", "Thank you.", "What are your hours?", "I need to cancel my appointment.", "The day.", "My name.",
    ];

    private static readonly string[] _enders = ["Operator.", "Goodbye.", "I'm having chest pain.", "Please stop calling me.", "I don't want to be recorded."];

    [Fact]
    public void Call_WhenCallerSaysAnything_BooksOnlyWhatWasConfirmedAndAlwaysEnds()
    {
        var line = Gen.Frequency((30, Gen.Elements(_lines)), (1, Gen.Elements(_enders)));
        var walk = Gen.ListOf(line, 40);
        var total = 0;
        Prop.ForAll(walk.ToArbitrary(), lines => Walk([.. lines], ref total)).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261123, 7));
        Assert.True(total > 5, "the walks never reached a booking");
    }

    [Fact]
    public void Next_WhenInputsAreArbitrary_NeverThrowsAndHangsUpAtMostOnce()
    {
        var input = Gen.OneOf(
            Gen.Choose(0, 100).Select(p => (Func<TimeSpan, DialogState, DialogInput>)((at, _) => new VoiceWindow(at, p / 100f))),
            Gen.Elements(_lines.Concat(_enders).Append("").ToArray()).Select(t => (Func<TimeSpan, DialogState, DialogInput>)((at, s) => new Recognized(at, new UtteranceId(s.LastUtterance), s.Utterance?.Revision ?? 1, t.Length % 2 == 0 ? RecognitionKind.Final : RecognitionKind.Partial, t, 0.8f, RecognitionVerdict.Speech))),
            Gen.Elements("0123456789*#x".ToCharArray()).Select(d => (Func<TimeSpan, DialogState, DialogInput>)((at, _) => new DigitPressed(at, d))),
            Gen.Choose(-1, 2).Select(d => (Func<TimeSpan, DialogState, DialogInput>)((at, s) => new PlaybackEnded(at, new SpeechId(s.LastSpeech - d), "x"))),
            Gen.Choose(-1, 2).Select(d => (Func<TimeSpan, DialogState, DialogInput>)((at, s) => new PlaybackCut(at, new SpeechId(s.LastSpeech - d), ""))),
            Gen.Elements<ToolResult>(new OpeningsFound([new OpeningHandle("o", "d-chen", new DateTime(2026, 11, 24, 9, 0, 0))]), new OpeningsFound([]), new HoldPlaced("h", new OpeningHandle("o", "nobody", new DateTime(2026, 11, 24, 9, 0, 0))), new HoldRefused("o"), new Booked("a"), new BookingRefused(BookingRefusal.Taken), new CallbackSaved("c"), new ToolFailed(ToolFailure.Unavailable))
                .Select(r => (Func<TimeSpan, DialogState, DialogInput>)((at, s) => new ToolAnswered(at, new ToolCallId(s.Conversation.LastCall), r))),
            Gen.Elements<Func<TimeSpan, DialogState, DialogInput>>((at, _) => new Tick(at), (at, _) => new TransferUnavailable(at), (at, _) => new CallAnswered(at), (at, _) => new EngineFailed(at, EngineStage.Recognition), (at, _) => new TransferCompleted(at)));
        Prop.ForAll(Gen.ListOf(input, 300).ToArbitrary(), inputs =>
        {
            var state = DialogMachine.Start(ClinicExample.Facts, DialogOptions.Default);
            var at = TimeSpan.Zero;
            var ends = 0;
            foreach (var make in inputs)
            {
                at += TimeSpan.FromMilliseconds(57);
                var step = DialogMachine.Next(state, make(at, state));
                state = step.State;
                ends += step.Actions.OfType<HangUp>().Count();
            }

            return ends <= 1 && state.Ended == (ends == 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261123, 9));
    }

    /// <summary>A caller who answers sensibly two times of three, so that walks get far.</summary>
    private static string Sensible(Stage stage, string otherwise) => stage switch
    {
        _ when otherwise.Length % 3 == 0 => otherwise,
        Stage.Intent => "I'd like to book an appointment.",
        Stage.Reason => "A checkup.",
        Stage.Doctor => "Dr. Chen.",
        Stage.DayAndTime => "Tuesday morning.",
        Stage.Offer => "The first one, please.",
        Stage.Name => "My name is Mary Smith.",
        Stage.FamilyName or Stage.Spelling => "S-M-I-T-H.",
        Stage.BirthDate => "March 3rd, 1985.",
        Stage.Phone => "555-123-4567.",
        Stage.NameCheck or Stage.PhoneCheck or Stage.Confirm or Stage.CallbackOffer => "Yes.",
        _ => otherwise,
    };

    private static bool Walk(string[] lines, ref int bookings)
    {
        var call = new SimulatedCall().Answer();
        foreach (var random in lines)
        {
            var before = call.State.Conversation;
            var line = Sensible(before.Stage, random);
            var booked = call.Clinic.Booked.Count;
            call.Say(line);
            if (call.Clinic.Booked.Count > booked)
            {
                Assert.Equal(Stage.Confirm, before.Stage);
                Assert.StartsWith("Yes", line, StringComparison.Ordinal);
                Assert.True(before.Slots is { Chosen: not null, NameConfirmed: true, BirthDate: not null, PhoneConfirmed: true, GivenName: not null, FamilyName: not null });
                Assert.Equal(before.Slots.Chosen, call.Clinic.Booked[^1].Opening);
            }

            Assert.True(call.Clinic.Held.Count <= 1);
            if (call.State.Ended)
            {
                break;
            }
        }

        // Left alone, every call ends by itself and keeps nothing.
        call.Run(TimeSpan.FromSeconds(200));
        Assert.True(call.State.Ended, $"still in {call.State.Conversation.Stage}");
        Assert.Empty(call.Clinic.Held);
        Assert.Single(call.All<HangUp>());
        Assert.True(call.Clinic.Booked.Count > 0 ? call.Outcome is CallOutcome.Booked or CallOutcome.OptedOut : call.Outcome is not CallOutcome.Booked);
        bookings += call.Clinic.Booked.Count;
        return true;
    }
}
