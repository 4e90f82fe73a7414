using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Tests.Turns;

/// <summary>What comes right after a turn was committed: the rest of it, or only the rest of its last word.</summary>
public sealed class ContinuationTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(250);

    [Fact]
    public void Search_WhenTheTimeComesLate_IsTakenBackAndDoneAsAsked()
    {
        var call = new SimulatedCall().Answer();
        call.Begin("I need a checkup with Dr. Patel on Tuesday. -450 at 2:30.", _soon).Run(TimeSpan.FromSeconds(9)).AgentDone();

        Assert.True(call.All<RecordTurn>().Last().Turn.Continues);
        Assert.Equal(1, call.State.Counters.PrematureCutoffs);
        Assert.Equal(new DateTime(2026, 11, 24, 14, 30, 0), Assert.Single(call.Clinic.Held).Value.Start);
        Assert.Single(call.State.Transcript, l => !l.ByAgent);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(400)]
    [InlineData(900)]
    public void Hold_WhenTheAnswerIsCorrectedAtOnce_IsGivenBack(int toolMilliseconds)
    {
        var call = AtOffer();
        call.ToolTime = TimeSpan.FromMilliseconds(toolMilliseconds);
        call.Begin("The second one. -450 no, the first one.", _soon).Run(TimeSpan.FromSeconds(6)).AgentDone();

        Assert.Equal(new DateTime(2026, 11, 24, 9, 0, 0), Assert.Single(call.Clinic.Held).Value.Start);
        Assert.Contains(call.All<CallTool>(), t => t.Request is ReleaseHold);
        Assert.Equal(Stage.Name, call.State.Conversation.Stage);
    }

    [Fact]
    public void Tail_WhenItIsTheRestOfTheLastWord_ChangesNothing()
    {
        var call = AtOffer();
        call.Begin("The second one.", _soon).Run(TimeSpan.FromMilliseconds(1800));
        Assert.True(call.State.IsAgentTalking);
        call.Cough(TimeSpan.Zero, TimeSpan.FromMilliseconds(90)).AgentDone();

        Assert.Empty(call.All<CutPlayback>());
        Assert.Single(call.All<ResumePlayback>());
        Assert.Equal(0, call.State.Counters.PrematureCutoffs);
        Assert.Equal(2, call.State.Counters.Turns);
    }

    [Fact]
    public void Commit_WhenTracesOfVoiceAreLeft_WaitsAndHearsThemToo()
    {
        var call = AtOffer();
        call.Begin("The _288 second one.", _soon).Run(TimeSpan.FromSeconds(4)).AgentDone();
        Assert.Equal("The second one.", call.All<RecordTurn>().Last().Turn.CallerText);

        call.Begin("My name is Mary Smith. _160", _soon).Run(TimeSpan.FromSeconds(3));
        var turn = call.All<RecordTurn>().Last().Turn;
        var final = call.All<Recognize>().Last(r => r.Kind is RecognitionKind.Final);
        Assert.True(final.To >= turn.Timeline.SpeechEnd + TimeSpan.FromMilliseconds(160));
        Assert.InRange((turn.Timeline.EndpointDecided - turn.Timeline.SpeechEnd).TotalMilliseconds, 280, 360);
    }

    [Fact]
    public void Commit_WhenTracesNeverEnd_WaitsNoLongerThanUsual()
    {
        var call = AtOffer();
        call.Begin("The second one. _4000", _soon).Run(TimeSpan.FromSeconds(3));
        var turn = call.All<RecordTurn>().Last().Turn;
        Assert.InRange((turn.Timeline.EndpointDecided - turn.Timeline.SpeechEnd).TotalMilliseconds, 440, 510);
    }

    [Fact]
    public void Tail_WhenItIsOnlyPolite_LetsTheReplyGoOn()
    {
        var call = AtOffer().Begin("The second one. -550 please.", _soon).Run(TimeSpan.FromSeconds(4)).AgentDone();
        Assert.Empty(call.All<CutPlayback>());
        Assert.Equal(1, call.State.Counters.PrematureCutoffs);
        Assert.Equal("please", call.State.Transcript.Last(l => !l.ByAgent).Text);
    }

    private static SimulatedCall AtOffer() => new SimulatedCall().Answer().Say("I need a checkup with Dr. Patel on Tuesday.");
}
