namespace Appliance.Clinic.Profiles;

/// <summary>A day on which the whole clinic is closed, with the name that may be told to callers.</summary>
public readonly record struct ClosedDay(DateOnly Date, string Name);
