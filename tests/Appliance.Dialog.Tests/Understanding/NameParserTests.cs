using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class NameParserTests
{
    [Theory]
    [InlineData("My name is Mary Smith.", "Mary", "Smith")]
    [InlineData("Mary Smith.", "Mary", "Smith")]
    [InlineData("mary smith", "Mary", "Smith")]
    [InlineData("It's Mary Smith.", "Mary", "Smith")]
    [InlineData("This is Mary.", "Mary", null)]
    [InlineData("Um, it's Brian McDonald, please.", "Brian", "McDonald")]
    [InlineData("Yes, my name is Fatima Ali.", "Fatima", "Ali")]
    [InlineData("The name is Mary Smith.", "Mary", "Smith")]
    [InlineData("My last name is Garcia.", null, "Garcia")]
    [InlineData("My first name is Elena.", "Elena", null)]
    [InlineData("My first name is Elena and my last name is Garcia.", "Elena", "Garcia")]
    [InlineData("No, it's Maria Rossi.", "Maria", "Rossi")]
    [InlineData("Mary Smith, S-M-I-T-H.", "Mary", "Smith")]
    [InlineData("My last name is Smyth, S M I T H", null, "Smith")]
    public void Parse_WhenNameIsExpected_ReadsIt(string text, string? given, string? family)
    {
        var reading = NameParser.Parse(WordSplitter.Split(text), Expectation.Name);
        Assert.Equal(given, reading?.Given);
        Assert.Equal(family, reading?.Family);
    }

    [Theory]
    [InlineData("Smith.", "Smith")]
    [InlineData("It's Nguyen.", "Nguyen")]
    [InlineData("N-G-U-Y-E-N", "Nguyen")]
    [InlineData("That's S-M-I-T-H.", "Smith")]
    [InlineData("It's spelled S, M, I, T, H.", "Smith")]
    [InlineData("s as in sam m i double t", "Smitt")]
    public void Parse_WhenLastNameIsExpected_ReadsIt(string text, string family) =>
        Assert.Equal(family, NameParser.Parse(WordSplitter.Split(text), Expectation.FamilyName)?.Family);

    [Theory]
    [InlineData("Yes, please.")]
    [InlineData("I don't know.")]
    [InlineData("Can you repeat that?")]
    [InlineData("Hold on.")]
    [InlineData("What was that?")]
    [InlineData("The second one.")]
    [InlineData("Tuesday at 3 PM.")]
    public void Parse_WhenItIsNoName_IsNull(string text) => Assert.Null(NameParser.Parse(WordSplitter.Split(text), Expectation.Name));

    [Theory]
    [InlineData("This is ridiculous.")]
    [InlineData("I'm running late.")]
    [InlineData("It's for a flu shot.")]
    [InlineData("That's right.")]
    [InlineData("Mary Smith")]
    public void Parse_WhenNoNameIsExpected_TakesNoBareWords(string text) => Assert.Null(NameParser.Parse(WordSplitter.Split(text), Expectation.YesNo));

    [Fact]
    public void Parse_WhenIntroducedUnasked_ReadsIt() =>
        Assert.Equal(new NameReading("Mary", "Smith"), NameParser.Parse(WordSplitter.Split("Hi, this is Mary Smith."), Expectation.Intent));
}
