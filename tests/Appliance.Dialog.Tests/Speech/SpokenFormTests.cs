using Appliance.Dialog.Speech;

namespace Appliance.Dialog.Tests.Speech;

public sealed class SpokenFormTests
{
    [Theory]
    [InlineData("2027-03-03", "Wednesday, March 3rd")]
    [InlineData("2026-12-01", "Tuesday, December 1st")]
    [InlineData("2026-12-22", "Tuesday, December 22nd")]
    [InlineData("2026-12-11", "Friday, December 11th")]
    [InlineData("2026-12-13", "Sunday, December 13th")]
    public void Day_WhenSpoken_HasWeekdayAndOrdinal(string date, string expected) => Assert.Equal(expected, SpokenDate.Day(DateOnly.Parse(date)));

    [Theory]
    [InlineData("14:30", "2:30 PM")]
    [InlineData("09:00", "9 AM")]
    [InlineData("12:00", "noon")]
    [InlineData("12:30", "12:30 PM")]
    [InlineData("00:15", "12:15 AM")]
    [InlineData("14:05", "2 oh 5 PM")]
    public void Time_WhenSpoken_HasHalfOfDay(string time, string expected) => Assert.Equal(expected, SpokenTime.Of(TimeOnly.Parse(time)));

    [Theory]
    [InlineData("5551234567", "five five five, one two three, four five six seven")]
    [InlineData("5550199", "five five five, zero one nine nine")]
    [InlineData("55512", "five five five, one two")]
    public void Phone_WhenSpoken_PausesBetweenGroups(string digits, string expected) => Assert.Equal(expected, SpokenDigits.Phone(digits));

    [Fact]
    public void Letters_WhenSpoken_AreParted() => Assert.Equal("S, M, I, T, H", SpokenDigits.Letters("Smith"));

    [Theory]
    [InlineData("Okay. What is your name?", "Okay.")]
    [InlineData("I have 2:30 PM. Is that right?", "I have 2:30 PM.")]
    [InlineData("Hello", "Hello")]
    public void First_WhenSentencesFollow_IsTheFirst(string text, string expected) => Assert.Equal(expected, Sentences.First(text));
}
