using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tests.Driving;

namespace Appliance.Dialog.Tests.Turns;

/// <summary>A turn is judged by a recognition of all its speech, however late it comes and wherever the voice rests.</summary>
public sealed class CoverageTests
{
    private static readonly int[] _rests = [64, 96, 128, 160, 192, 256];

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(97)]
    [InlineData(130)]
    [InlineData(190)]
    [InlineData(260)]
    [InlineData(410)]
    [InlineData(900)]
    public void Commit_WhenVoiceRestsAndRecognitionIsSlow_IsJudgedByAllOfIt(int milliseconds)
    {
        foreach (var rest in _rests)
        {
            var call = new SimulatedCall { RecognitionTime = TimeSpan.FromMilliseconds(milliseconds) }.Answer();
            call.Begin($"I need an appointment -{rest} for a flu shot -{rest} with Dr. Chen -{rest} on Tuesday -{rest} at 2:30 in the afternoon.", TimeSpan.Zero)
                .Run(TimeSpan.FromSeconds(9));
            var turns = call.All<RecordTurn>().Select(r => r.Turn).ToArray();
            Assert.NotEmpty(turns);
            Assert.All(turns, turn => Assert.True(SpanOf(call, turn) >= turn.Timeline.SpeechEnd));
            Assert.Equal("I need an appointment for a flu shot with Dr. Chen on Tuesday at 2:30 in the afternoon.", string.Join(' ', turns.Select(t => t.CallerText)));
        }
    }

    [Fact]
    public void Commit_WhenAnOlderPartialComesAfterTheFinal_KeepsTheFinal()
    {
        var call = new SimulatedCall().Answer();
        call.Begin("I'd like to book an appointment.", TimeSpan.Zero);
        while (call.State.Utterance is not { FinalAnswered: not null })
        {
            call.Run(TimeSpan.FromMilliseconds(32));
        }

        var utterance = call.State.Utterance!;
        call.Give(new Recognized(call.Now, utterance.Id, 1, RecognitionKind.Partial, "I'd", 0.1f, RecognitionVerdict.Unsure)).Run(TimeSpan.FromSeconds(1));
        var turn = call.All<RecordTurn>().Single().Turn;
        Assert.Equal(("I'd like to book an appointment.", 0.9f), (turn.CallerText, turn.Confidence));
    }

    private static TimeSpan SpanOf(SimulatedCall call, Dialog.Turns.Turn turn) =>
        call.Actions.Where(a => a.At == turn.Timeline.RecognitionAsked).Select(a => a.Action).OfType<Recognize>().Last(r => r.Kind is RecognitionKind.Final).To;
}
