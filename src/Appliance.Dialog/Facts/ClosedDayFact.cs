namespace Appliance.Dialog.Facts;

/// <summary>A day on which the clinic is closed although it is open on that weekday.</summary>
/// <param name="Date">Which day.</param>
/// <param name="Name">Why, as spoken after "for": "Thanksgiving Day".</param>
public sealed record ClosedDayFact(DateOnly Date, string Name);
