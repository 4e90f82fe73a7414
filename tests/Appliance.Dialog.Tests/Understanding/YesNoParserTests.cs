using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class YesNoParserTests
{
    [Theory]
    [InlineData("Yes.")]
    [InlineData("Yes, that's right.")]
    [InlineData("Yeah.")]
    [InlineData("Yep.")]
    [InlineData("That's right.")]
    [InlineData("That's correct.")]
    [InlineData("Correct.")]
    [InlineData("Sure, that works.")]
    [InlineData("Okay, great.")]
    [InlineData("Sounds good.")]
    [InlineData("That works for me.")]
    [InlineData("Perfect.")]
    [InlineData("Absolutely.")]
    [InlineData("Um, yes please")]
    [InlineData("Right.")]
    [InlineData("I think so.")]
    [InlineData("Mm-hm.")]
    public void Parse_WhenAgreed_IsYes(string text) => Assert.True(YesNoParser.Parse(WordSplitter.Split(text)));

    [Theory]
    [InlineData("No.")]
    [InlineData("No, thank you.")]
    [InlineData("Nope.")]
    [InlineData("No, that's wrong.")]
    [InlineData("That's not right.")]
    [InlineData("Not really.")]
    [InlineData("That's wrong.")]
    [InlineData("I don't think so.")]
    [InlineData("No, Thursday.")]
    public void Parse_WhenDenied_IsNo(string text) => Assert.False(YesNoParser.Parse(WordSplitter.Split(text)));

    [Theory]
    [InlineData("")]
    [InlineData("Tuesday at 2:30.")]
    [InlineData("My name is Mary Smith.")]
    [InlineData("Can you repeat that?")]
    public void Parse_WhenNeither_IsNull(string text) => Assert.Null(YesNoParser.Parse(WordSplitter.Split(text)));
}
