using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Understanding;

/// <summary>The time of day a caller asks for.</summary>
/// <param name="Window">Where openings may start.</param>
/// <param name="Near">A time to be close to, if one was named.</param>
/// <param name="Exact">Whether that very time was asked for ("at 2:30"), not "around" it.</param>
/// <param name="Earliest">Whether the earliest possible was asked for.</param>
public readonly record struct TimeWish(TimeOfDay Window, TimeOnly? Near = null, bool Exact = false, bool Earliest = false)
{
    /// <summary>The earliest there is.</summary>
    public static TimeWish Soonest { get; } = new(TimeOfDay.WholeDay, Earliest: true);

    /// <summary>Whether a start is what was asked for; "around" means half an hour off at most.</summary>
    public bool Fits(TimeOnly start)
    {
        if (Near is not { } near || Window.From == near || Window.To == near)
        {
            return Window.Contains(start);
        }

        var off = (start.ToTimeSpan() - near.ToTimeSpan()).Duration();
        return Exact ? off == TimeSpan.Zero : off <= TimeSpan.FromMinutes(30);
    }

    /// <summary>A very time.</summary>
    public static TimeWish At(TimeOnly time) => new(TimeOfDay.WholeDay, time, Exact: true);
}
