namespace Appliance.Dialog.Tools;

/// <summary>A part of a day, half-open: from ≤ start &lt; to. The whole day runs from 00:00 to 23:59:59.9999999.</summary>
public readonly record struct TimeOfDay(TimeOnly From, TimeOnly To)
{
    /// <summary>Any time.</summary>
    public static TimeOfDay WholeDay { get; } = new(TimeOnly.MinValue, TimeOnly.MaxValue);

    /// <summary>Whether a start time lies in it.</summary>
    public bool Contains(TimeOnly time) => time >= From && time < To;
}
