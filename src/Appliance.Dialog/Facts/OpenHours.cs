namespace Appliance.Dialog.Facts;

/// <summary>Hours of one weekday, half-open.</summary>
public sealed record OpenHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);
