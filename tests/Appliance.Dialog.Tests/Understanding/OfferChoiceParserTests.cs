using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class OfferChoiceParserTests
{
    [Theory]
    [InlineData("The first one, please.", OfferChoice.First)]
    [InlineData("The second one.", OfferChoice.Second)]
    [InlineData("the second", OfferChoice.Second)]
    [InlineData("The 2nd one", OfferChoice.Second)]
    [InlineData("Number two.", OfferChoice.Second)]
    [InlineData("the last one", OfferChoice.Last)]
    [InlineData("The earlier one.", OfferChoice.Earlier)]
    [InlineData("The later one.", OfferChoice.Later)]
    [InlineData("Do you have anything earlier?", OfferChoice.SomethingEarlier)]
    [InlineData("Do you have anything later?", OfferChoice.SomethingLater)]
    [InlineData("Either is fine.", OfferChoice.Either)]
    [InlineData("Neither.", OfferChoice.Neither)]
    [InlineData("Just a second.", OfferChoice.None)]
    [InlineData("Tuesday at 2:30.", OfferChoice.None)]
    [InlineData("March 3rd, please.", OfferChoice.None)]
    public void Parse_WhenPointed_KnowsAtWhich(string text, OfferChoice expected) => Assert.Equal(expected, OfferChoiceParser.Parse(WordSplitter.Split(text)));
}
