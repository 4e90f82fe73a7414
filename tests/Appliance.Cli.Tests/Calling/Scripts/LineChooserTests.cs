using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Scripts;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Tests.Calling.Scripts;

/// <summary>What the agent says stands here as the mini pack's recogniser hears it over a telephone line.</summary>
public sealed class LineChooserTests
{
    private static readonly CallerScript Script = CallerScriptReader.Read(
        """
        {
          "lines": [
            { "say": "request", "on": ["Greeting", "AskIntent"] },
            { "say": "reason", "on": "AskReason" },
            { "say": "name", "on": "AskName" },
            { "say": "yes", "on": "CheckName" },
            { "say": "birth", "on": "AskBirthDate" },
            { "say": "phone", "on": "AskPhone" },
            { "say": "first", "on": "OfferTwo", "when": "which works", "optional": true },
            { "say": "correct", "on": "CheckPhone" },
            { "say": "not so", "on": "Confirm", "interruptAfterMs": 1500 },
            { "say": "bye", "on": "AnythingElse" }
          ]
        }
        """,
        "test").Script!;

    [Fact]
    public void Next_WhenNothingIsUnderstood_GoesByTheOrderAndLeavesOutOptionalLines()
    {
        var said = new List<string>();
        var progress = ScriptProgress.Start;
        for (var i = 0; i < 9; i++)
        {
            var move = Assert.IsType<CallerMove.Say>(Next(progress, "Isabella Simmons."));
            said.Add(Script.Lines[move.Line].Say);
            progress = LineChooser.After(Script, progress, move.Line);
        }

        Assert.Equal(["request", "reason", "name", "yes", "birth", "phone", "correct", "not so", "bye"], said);
        Assert.True(LineChooser.IsThrough(Script, progress));
        Assert.IsType<CallerMove.AwaitEnd>(Next(progress, "Isabella Simmons."));
    }

    [Theory]
    [InlineData(0, "What is the best phone number to reach you?", "phone")]
    [InlineData(2, "I have 555-123-4567. Is that correct?", "correct")]
    [InlineData(4, "I have 555-123-4567. Is that correct?", "correct")]
    [InlineData(5, "What is the reason for your visit?", "reason")]
    public void Next_WhenAnotherQuestionIsCertain_AnswersIt(int linesSaid, string heard, string expected) =>
        AssertSays(expected, Next(After(linesSaid), heard));

    [Theory]
    [InlineData(2, "I have Tuesday at 11:20. What is your date of birth?", "name")]
    [InlineData(3, "I have Cigna. Is this recorded?", "yes")]
    [InlineData(4, "What is your date of birth?", "birth")]
    public void Next_WhenTheExpectedQuestionIsPossible_AnswersItRatherThanAnotherOne(int linesSaid, string heard, string expected) =>
        AssertSays(expected, Next(After(linesSaid), heard));

    [Theory]
    [InlineData("I'm sorry, I didn't catch that. What is the reason for your visit?")]
    [InlineData("Could you say that again? Never mind.")]
    public void Next_WhenTheAgentAsksAgain_RepeatsTheLastLine(string heard) => AssertSays("reason", Next(After(2), heard));

    [Fact]
    public void Next_WhenTheAnswerComesVeryLate_RepeatsTheLastLine() =>
        AssertSays("reason", LineChooser.Next(Script, After(2), AgentWords.Read("Are you a robot?"), late: true));

    [Fact]
    public void Next_WhenTheLastSentenceIsHeardOtherwiseByItself_TakesTheExpectedOne() =>
        AssertSays("reason", LineChooser.Next(
            Script, After(1), AgentWords.Read("Sure, I can help with that. What is your name?", "What is the reason for your visit?"), late: false));

    [Theory]
    [InlineData("Your appointment is booked for Tuesday. It's about a medication review.", "What is the best phone number to reach you?")]
    [InlineData("Okay, what is your date of birth?", "Half past 10, please.")]
    public void Next_WhenAnotherQuestionIsHeardInOneOfTheTextsOnly_GoesByTheOrder(string whole, string last) =>
        AssertSays("bye", LineChooser.Next(Script, After(8), AgentWords.Read(whole, last), late: false));

    [Fact]
    public void Next_WhenALongQuestionIsHeardAgain_AnswersItAgain() =>
        AssertSays("not so", LineChooser.Next(
            Script, After(8), AgentWords.Read("Just to confirm, Wednesday, September 25th at 10 AM with Dr. Nguyen, for Ann, born today. Is that right?", "Is this recorded?"), late: false));

    [Fact]
    public void Next_WhenTheNumberReadBackIsAnother_CorrectsItBeforeAnythingElse()
    {
        var script = CallerScriptReader.Read(
            """
            { "lines": [
              { "say": "yes", "on": "CheckPhone" },
              { "say": "no", "when": "\\d{3}-\\d{3}-\\d{4}(?<!555-123-4567)", "optional": true }
            ] }
            """,
            "test").Script!;
        var (wrong, right) = (AgentWords.Read("I have 555-123-4577. Is that correct?"), AgentWords.Read("555-123-4567. Is that correct?", "It's 456-707-0077."));
        Assert.Equal(new CallerMove.Say(1), LineChooser.Next(script, ScriptProgress.Start, wrong, late: false));
        Assert.Equal(new CallerMove.Say(0), LineChooser.Next(script, ScriptProgress.Start, right, late: false));
    }

    [Fact]
    public void Next_WhenALineWasSaidThreeTimes_GoesOn()
    {
        var progress = After(2);
        progress = LineChooser.After(Script, LineChooser.After(Script, progress, 1), 1);
        AssertSays("name", Next(progress, "I'm sorry, I didn't catch that."));
    }

    [Fact]
    public void Next_WhenAnOptionalLineIsAskedFor_SaysItAndKeepsThePlace()
    {
        var move = Next(After(2), "I have Tuesday at 2 PM or 3 PM. Which works better?");
        AssertSays("first", move);
        var progress = LineChooser.After(Script, After(2), ((CallerMove.Say)move).Line);
        AssertSays("name", Next(progress, "Who is this?"));
    }

    [Theory]
    [InlineData("Let me get you to someone who can help with that. Please hold while I transfer you.")]
    [InlineData("One moment while I check.")]
    public void Next_WhenTheAgentWillGoOnByItself_Listens(string heard) => Assert.IsType<CallerMove.KeepListening>(Next(After(1), heard));

    [Fact]
    public void Next_WhenTheAgentSaysGoodbye_AwaitsTheEnd() =>
        Assert.IsType<CallerMove.AwaitEnd>(Next(After(3), "Thank you for calling. Goodbye."));

    [Fact]
    public void Interrupting_OnlyWhenSuchALineIsNext_GivesIt()
    {
        Assert.Null(LineChooser.Interrupting(Script, After(6)));
        Assert.Equal("not so", Script.Lines[LineChooser.Interrupting(Script, After(7))!.Value].Say);
        Assert.Null(LineChooser.Interrupting(Script, After(8)));
    }

    /// <summary>So many lines were said in order, the optional one not among them.</summary>
    private static ScriptProgress After(int lines) =>
        Enumerable.Range(0, Script.Lines.Length).Where(i => !Script.Lines[i].Optional).Take(lines)
            .Aggregate(ScriptProgress.Start, (progress, line) => LineChooser.After(Script, progress, line));

    private static CallerMove Next(ScriptProgress progress, string heard) => LineChooser.Next(Script, progress, AgentWords.Read(heard), late: false);

    private static void AssertSays(string expected, CallerMove move) => Assert.Equal(expected, Script.Lines[Assert.IsType<CallerMove.Say>(move).Line].Say);
}
