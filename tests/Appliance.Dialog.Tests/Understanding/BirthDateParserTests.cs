using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class BirthDateParserTests
{
    [Theory]
    [InlineData("March 3rd, 1985.", "1985-03-03")]
    [InlineData("My date of birth is March 3, 1985.", "1985-03-03")]
    [InlineData("the third of march nineteen eighty five", "1985-03-03")]
    [InlineData("march third nineteen oh five", "1905-03-03", true)]
    [InlineData("december twenty first two thousand five", "2005-12-21")]
    [InlineData("I was born on June 1st, two thousand and one", "2001-06-01")]
    [InlineData("july fourth twenty ten", "2010-07-04")]
    [InlineData("3/3/85", "1985-03-03")]
    [InlineData("12-31-1999", "1999-12-31")]
    [InlineData("03031985", "1985-03-03")]
    [InlineData("March 3rd 85", "1985-03-03")]
    [InlineData("February 29th, 2000", "2000-02-29")]
    [InlineData("No, it's March 4th, 1985.", "1985-03-04")]
    public void Parse_WhenDateIsWhole_IsThatDate(string text, string expected, bool tooOld = false)
    {
        var reading = BirthDateParser.Parse(WordSplitter.Split(text), ClinicExample.Today);
        Assert.Equal(tooOld ? null : DateOnly.Parse(expected), reading?.Date);
        Assert.Equal(tooOld, reading?.Impossible);
    }

    [Theory]
    [InlineData("March 3rd.")]
    [InlineData("the third of march")]
    public void Parse_WhenYearIsMissing_SaysSo(string text) => Assert.True(BirthDateParser.Parse(WordSplitter.Split(text), ClinicExample.Today)?.MissingYear);

    [Theory]
    [InlineData("February 30th, 1985")]
    [InlineData("March 3rd, 2031")]
    [InlineData("13/13/1985")]
    public void Parse_WhenDateCannotBe_SaysSo(string text) => Assert.True(BirthDateParser.Parse(WordSplitter.Split(text), ClinicExample.Today)?.Impossible);

    [Theory]
    [InlineData("")]
    [InlineData("My name is Mary.")]
    public void Parse_WhenNothingOfADate_IsNull(string text) => Assert.Null(BirthDateParser.Parse(WordSplitter.Split(text), ClinicExample.Today));

    [Theory]
    [InlineData("03031985", "1985-03-03")]
    [InlineData("030385", "1985-03-03")]
    public void ParseKeys_WhenWhole_IsThatDate(string keys, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), BirthDateParser.ParseKeys(keys, ClinicExample.Today)?.Date);

    [Fact]
    public void ParseKeys_WhenTooFew_IsNull() => Assert.Null(BirthDateParser.ParseKeys("0303", ClinicExample.Today));
}
