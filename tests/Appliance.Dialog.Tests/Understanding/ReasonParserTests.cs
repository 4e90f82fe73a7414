using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class ReasonParserTests
{
    [Theory]
    [InlineData("A checkup.", "v-checkup")]
    [InlineData("It's for an annual physical.", "v-checkup")]
    [InlineData("I have a sore throat.", "v-visit")]
    [InlineData("I need an appointment for a flu shot.", "v-shot")]
    public void Parse_WhenKeywordIsSaid_IsThatVisitType(string text, string id) =>
        Assert.Equal(id, ReasonParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, Expectation.Reason)?.VisitTypeId);

    [Theory]
    [InlineData("It's about back pain.", "back pain")]
    [InlineData("A sprained ankle.", "sprained ankle")]
    [InlineData("It's about my elbow.", "elbow")]
    public void Parse_WhenNoTypeFits_KeepsTheWords(string text, string words) =>
        Assert.Equal(new ReasonReading(null, words), ReasonParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, Expectation.Reason));

    [Theory]
    [InlineData("Purple monkey dishwasher.")]
    [InlineData("Yes.")]
    public void Parse_WhenItIsNoReason_IsNull(string text) => Assert.Null(ReasonParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, Expectation.Reason));
}
