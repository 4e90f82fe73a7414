using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class PhoneParserTests
{
    [Theory]
    [InlineData("555-123-4567.", "5551234567")]
    [InlineData("My phone number is 555-123-4567.", "5551234567")]
    [InlineData("You can reach me at 555-6737.", "5556737")]
    [InlineData("five five five, one two three, four five six seven", "5551234567")]
    [InlineData("double five five one two three four five six seven", "5551234567")]
    [InlineData("triple five, one two three, four five six oh", "5551234560")]
    [InlineData("(555) 123-4567", "5551234567")]
    [InlineData("1-555-123-4567", "5551234567")]
    [InlineData("555 123, um, 4567", "5551234567")]
    [InlineData("five fifty five one twenty three 4567", "5551234567")]
    [InlineData("No, it's 555-123-9999.", "5551239999")]
    [InlineData("eight hundred 555 0199", "8005550199")]
    [InlineData("555-123", "555123")]
    public void Parse_WhenDigitsAreSaid_GivesThem(string text, string expected) => Assert.Equal(expected, PhoneParser.Parse(WordSplitter.Split(text)));

    [Theory]
    [InlineData("")]
    [InlineData("Yes, please.")]
    [InlineData("one moment")]
    public void Parse_WhenNoNumberIsSaid_IsNull(string text) => Assert.Null(PhoneParser.Parse(WordSplitter.Split(text)));

    [Theory]
    [InlineData("5551234567", true)]
    [InlineData("5551234", true)]
    [InlineData("555123456", false)]
    [InlineData("0551234567", false)]
    [InlineData("1234567", false)]
    public void IsWhole_WhenSevenOrTenDigits_Holds(string digits, bool whole) => Assert.Equal(whole, PhoneParser.IsWhole(digits));
}
