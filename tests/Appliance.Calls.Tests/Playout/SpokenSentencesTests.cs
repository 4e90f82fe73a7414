using Appliance.Calls.Playout;

namespace Appliance.Calls.Tests.Playout;

public class SpokenSentencesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("Okay.", new[] { "Okay." })]
    [InlineData("Okay. What day?  Say Tuesday.", new[] { "Okay.", "What day?", "Say Tuesday." })]
    [InlineData("No end mark", new[] { "No end mark" })]
    public void Of_ForAnyText_GivesItsSentencesInOrder(string text, string[] sentences) => Assert.Equal(sentences, SpokenSentences.Of(text));
}
