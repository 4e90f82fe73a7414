using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

/// <summary>The clinic is open from 8 AM to 5 PM.</summary>
public sealed class TimeParserTests
{
    [Theory]
    [InlineData("2:30", "14:30")]
    [InlineData("2:30 PM.", "14:30")]
    [InlineData("8:15 AM", "08:15")]
    [InlineData("2 PM", "14:00")]
    [InlineData("2pm", "14:00")]
    [InlineData("11 o'clock", "11:00")]
    [InlineData("three o'clock", "15:00")]
    [InlineData("half past two", "14:30")]
    [InlineData("Tuesday at half past 2.", "14:30")]
    [InlineData("quarter to three", "14:45")]
    [InlineData("quarter past 9", "09:15")]
    [InlineData("ten to four", "15:50")]
    [InlineData("twenty past ten", "10:20")]
    [InlineData("two thirty p m", "14:30")]
    [InlineData("two thirty P.M.", "14:30")]
    [InlineData("at two thirty", "14:30")]
    [InlineData("nine oh five a m", "09:05")]
    [InlineData("noon", "12:00")]
    [InlineData("at 12", "12:00")]
    [InlineData("at 3", "15:00")]
    [InlineData("at 10 in the morning", "10:00")]
    [InlineData("3 in the afternoon", "15:00")]
    [InlineData("Tuesday afternoon at 4", "16:00")]
    [InlineData("not 2:30, 3:30", "15:30")]
    [InlineData("2 PM, no, 3 PM", "15:00")]
    public void Parse_WhenClockTimeIsSaid_IsThatTime(string text, string expected)
    {
        var wish = TimeParser.Parse(WordSplitter.Split(text), ClinicExample.Facts);
        Assert.Equal(TimeOnly.Parse(expected), wish?.Near);
        Assert.True(wish?.Exact);
    }

    [Theory]
    [InlineData("2", "14:00")]
    [InlineData("Two thirty.", "14:30")]
    [InlineData("230", "14:30")]
    [InlineData("ten", "10:00")]
    public void Parse_WhenATimeIsExpected_TakesBareNumbers(string text, string expected) =>
        Assert.Equal(TimeOnly.Parse(expected), TimeParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, bare: true)?.Near);

    [Theory]
    [InlineData("Anytime after 3.", "15:00", "23:59")]
    [InlineData("before 10", "00:00", "10:00")]
    [InlineData("around 11", "09:30", "12:30")]
    [InlineData("between 9 and 11", "09:00", "11:00")]
    [InlineData("In the morning.", "00:00", "12:00")]
    [InlineData("The afternoon is better.", "12:00", "17:00")]
    [InlineData("Tuesday evening", "16:00", "23:59")]
    public void Parse_WhenPartOfDayIsSaid_IsThatWindow(string text, string from, string to)
    {
        var wish = TimeParser.Parse(WordSplitter.Split(text), ClinicExample.Facts);
        Assert.NotNull(wish);
        Assert.False(wish.Value.Exact);
        Assert.Equal(from, wish.Value.Window.From.ToString("HH:mm"));
        Assert.Equal(to, wish.Value.Window.To.ToString("HH:mm"));
    }

    [Theory]
    [InlineData("As soon as possible.")]
    [InlineData("The earliest you have.")]
    public void Parse_WhenEarliestIsWanted_SaysSo(string text) => Assert.True(TimeParser.Parse(WordSplitter.Split(text), ClinicExample.Facts)?.Earliest);

    [Theory]
    [InlineData("March 3rd")]
    [InlineData("in two weeks")]
    [InlineData("The second one.")]
    [InlineData("Good morning.")]
    [InlineData("for three days")]
    [InlineData("555-123-4567")]
    public void Parse_WhenNoTimeIsSaid_IsNull(string text) => Assert.Null(TimeParser.Parse(WordSplitter.Split(text), ClinicExample.Facts));
}
