namespace Appliance.Dialog.Speech;

/// <summary>Times of day as they are spoken.</summary>
public static class SpokenTime
{
    /// <summary>"2:30 PM", "2 PM", "2 oh 5 PM", "noon".</summary>
    public static string Of(TimeOnly time)
    {
        if (time is { Hour: 12, Minute: 0 })
        {
            return "noon";
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = time.Hour < 12 ? "AM" : "PM";
        return time.Minute switch
        {
            0 => $"{hour} {half}",
            < 10 => $"{hour} oh {time.Minute} {half}",
            _ => $"{hour}:{time.Minute:00} {half}",
        };
    }

    /// <summary>"Tuesday, March 3rd at 2:30 PM".</summary>
    public static string DayAndTime(DateTime start) =>
        $"{SpokenDate.Day(DateOnly.FromDateTime(start))} at {Of(TimeOnly.FromDateTime(start))}";
}
