using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Speech;

/// <summary>Dates as they are spoken.</summary>
public static class SpokenDate
{
    private static readonly string[] _months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"Tuesday, March 3rd".</summary>
    public static string Day(DateOnly day) => $"{day.DayOfWeek}, {MonthDay(day)}";

    /// <summary>"March 3rd".</summary>
    public static string MonthDay(DateOnly day) => $"{_months[day.Month - 1]} {day.Day}{Suffix(day.Day)}";

    /// <summary>"March 3rd, 1985".</summary>
    public static string Full(DateOnly day) => $"{MonthDay(day)}, {day.Year}";

    /// <summary>One day as <see cref="Day"/>, a range as "between Monday, March 2nd and Sunday, March 8th".</summary>
    public static string Wish(DayWish wish) => wish.IsOneDay ? Day(wish.From) : $"between {Day(wish.From)} and {Day(wish.To)}";

    private static string Suffix(int day) => (day % 10, day / 10 % 10) switch
    {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
}
