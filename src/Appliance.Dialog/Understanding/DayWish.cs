namespace Appliance.Dialog.Understanding;

/// <summary>The days a caller asks for, both ends included.</summary>
public readonly record struct DayWish(DateOnly From, DateOnly To)
{
    /// <summary>One day.</summary>
    public static DayWish On(DateOnly day) => new(day, day);

    /// <summary>Whether it is one day.</summary>
    public bool IsOneDay => From == To;

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;
}
