using Appliance.Cli.Calling.Scripts;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Tests.Calling.Scripts;

public sealed class CallerScriptReaderTests
{
    [Fact]
    public void Read_WhenAllIsRight_GivesTheScript()
    {
        var reading = CallerScriptReader.Read(
            """
            {
              "name": "books", "voice": "en-us+f2", "speed": 0.9,
              // what the caller says
              "lines": [
                { "say": "A checkup.", "on": "AskReason" },
                { "say": "Yes.", "on": ["CheckName", "CheckPhone"], "when": "is that (right|correct)" },
                { "say": "No, I said Thursday.", "interruptAfterMs": 1500 },
                { "say": "The first one.", "on": "OfferTwo", "optional": true },
              ],
              "expect": { "doctor": "chen" }
            }
            """,
            "file");

        Assert.Empty(reading.Problems);
        var script = reading.Script!;
        Assert.Equal(("books", "en-us+f2", 0.9), (script.Name, script.Voice, script.Speed));
        Assert.Equal([PhraseId.AskReason], script.Lines[0].On);
        Assert.Equal([PhraseId.CheckName, PhraseId.CheckPhone], script.Lines[1].On);
        Assert.Matches(script.Lines[1].When!, "I have Cigna. IS THAT RIGHT?");
        Assert.Equal(TimeSpan.FromMilliseconds(1500), script.Lines[2].InterruptAfter);
        Assert.True(script.Lines[3].Optional);
        Assert.Equal("chen", script.Expect!.Value.GetProperty("doctor").GetString());
    }

    [Fact]
    public void Read_WhenItStatesNoName_TakesTheFiles() =>
        Assert.Equal("file", CallerScriptReader.Read("""{ "lines": [{ "say": "Hello?" }] }""", "file").Script!.Name);

    [Theory]
    [InlineData("""{ "lines": [] }""", "lines is missing or empty; a caller needs something to say.")]
    [InlineData("""{ }""", "lines is missing or empty; a caller needs something to say.")]
    [InlineData("""{ "lines": [{ "say": " " }] }""", "lines[0].say is missing or empty.")]
    [InlineData("""{ "lines": [null] }""", "lines[0].say is missing or empty.")]
    [InlineData("""{ "lines": [{ "say": "A" }, { "say": "B", "on": "AskNam" }] }""", "lines[1].on names the phrase AskNam, which the agent does not have")]
    [InlineData("""{ "lines": [{ "say": "A", "on": "7" }] }""", "lines[0].on names the phrase 7, which the agent does not have")]
    [InlineData("""{ "lines": [{ "say": "A", "on": 7 }] }""", "lines[0].on must be the name of a phrase or a list of such names.")]
    [InlineData("""{ "lines": [{ "say": "A", "when": "(" }] }""", "lines[0].when is no regular expression:")]
    [InlineData("""{ "lines": [{ "say": "A", "interruptAfterMs": -1 }] }""", "lines[0].interruptAfterMs is -1; it must lie between 0 and 60000.")]
    [InlineData("""{ "lines": [{ "say": "A", "optional": true }] }""", "lines[0] is optional but has neither on nor when")]
    [InlineData("""{ "speed": 5, "lines": [{ "say": "A" }] }""", "speed is 5; it must lie between 0.5 and 2.")]
    [InlineData("""{ "lines": [{ "says": "A" }] }""", "The script is no JSON of the right form:")]
    [InlineData("""lines: hello""", "The script is no JSON of the right form:")]
    [InlineData("""null""", "The script is null.")]
    public void Read_WhenSomethingIsWrong_NamesIt(string json, string problem)
    {
        var reading = CallerScriptReader.Read(json, "file");
        Assert.Null(reading.Script);
        Assert.StartsWith(problem, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenManyThingsAreWrong_NamesAll() =>
        Assert.Equal(3, CallerScriptReader.Read("""{ "speed": 0, "lines": [{ "say": "" }, { "say": "A", "on": "X" }] }""", "file").Problems.Length);

    [Fact]
    public void ReadFile_WhenItIsNotThere_SaysSo()
    {
        var reading = CallerScriptReader.ReadFile("/no/such/script.json");
        Assert.StartsWith("/no/such/script.json cannot be read: ", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("books")]
    [InlineData("corrects")]
    [InlineData("person")]
    public void ReadFile_OfTheDemo_IsRight(string name)
    {
        var reading = CallerScriptReader.ReadFile(Repository.PathOf("scripts", "demo", name + ".json"));
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Script!.Expect);
    }
}
