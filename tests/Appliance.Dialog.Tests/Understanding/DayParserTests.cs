using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

/// <summary>Today is Monday, November 23rd, 2026.</summary>
public sealed class DayParserTests
{
    [Theory]
    [InlineData("Today.", "2026-11-23")]
    [InlineData("Tomorrow morning.", "2026-11-24")]
    [InlineData("The day after tomorrow.", "2026-11-25")]
    [InlineData("Tuesday.", "2026-11-24")]
    [InlineData("this Friday", "2026-11-27")]
    [InlineData("Can I come in next Tuesday?", "2026-12-01")]
    [InlineData("Monday, please.", "2026-11-30")]
    [InlineData("this Monday", "2026-11-23")]
    [InlineData("Sunday", "2026-11-29")]
    [InlineData("The 3rd.", "2026-12-03")]
    [InlineData("the third", "2026-12-03")]
    [InlineData("the 30th", "2026-11-30")]
    [InlineData("the thirtieth", "2026-11-30")]
    [InlineData("the 31st", "2026-12-31")]
    [InlineData("March 3rd.", "2027-03-03")]
    [InlineData("march third", "2027-03-03")]
    [InlineData("the 3rd of March", "2027-03-03")]
    [InlineData("the twenty third of december", "2026-12-23")]
    [InlineData("Monday, November 30th at 2:30.", "2026-11-30")]
    [InlineData("Thursday the 3rd", "2026-12-03")]
    [InlineData("12/3", "2026-12-03")]
    [InlineData("February 29th", "2028-02-29")]
    [InlineData("in two weeks", "2026-12-07")]
    [InlineData("Two weeks from now.", "2026-12-07")]
    [InlineData("in a week", "2026-11-30")]
    [InlineData("in 3 days", "2026-11-26")]
    [InlineData("No, Thursday.", "2026-11-26")]
    [InlineData("Not Tuesday, Wednesday.", "2026-11-25")]
    [InlineData("Tuesday, no, I meant Thursday.", "2026-11-26")]
    [InlineData("Actually, Friday would be better.", "2026-11-27")]
    [InlineData("I can't make it on Tuesday. How about Wednesday?", "2026-11-25")]
    [InlineData("Thursday next week.", "2026-12-03")]
    [InlineData("Tuesday of next week", "2026-12-01")]
    [InlineData("The Tuesday after 3 PM.", "2026-11-24")]
    [InlineData("The Friday after that.", "2026-11-27")]
    [InlineData("Um, on Wednesday's fine", "2026-11-25")]
    public void Parse_WhenDayIsNamed_IsThatDay(string text, string expected) =>
        Assert.Equal(DayWish.On(DateOnly.Parse(expected)), DayParser.Parse(WordSplitter.Split(text), ClinicExample.Today));

    [Theory]
    [InlineData("Next week.", "2026-11-30", "2026-12-06")]
    [InlineData("early next week", "2026-11-30", "2026-12-02")]
    [InlineData("late next week", "2026-12-02", "2026-12-06")]
    [InlineData("this week", "2026-11-23", "2026-11-29")]
    [InlineData("sometime next month", "2026-12-01", "2026-12-31")]
    public void Parse_WhenSpanIsNamed_IsThatSpan(string text, string from, string to) =>
        Assert.Equal(new DayWish(DateOnly.Parse(from), DateOnly.Parse(to)), DayParser.Parse(WordSplitter.Split(text), ClinicExample.Today));

    [Theory]
    [InlineData("")]
    [InlineData("The first one, please.")]
    [InlineData("The second one.")]
    [InlineData("At 3 PM.")]
    [InlineData("I've had a headache for three days.")]
    [InlineData("not Tuesday")]
    [InlineData("February 31st")]
    [InlineData("My name is Mary Smith.")]
    public void Parse_WhenNoDayIsWanted_IsNull(string text) => Assert.Null(DayParser.Parse(WordSplitter.Split(text), ClinicExample.Today));

    [Fact]
    public void Parse_WhenOrdinalsMeanOffers_LeavesThemAlone() => Assert.Null(DayParser.Parse(WordSplitter.Split("The second."), ClinicExample.Today, bareOrdinals: false));
}
