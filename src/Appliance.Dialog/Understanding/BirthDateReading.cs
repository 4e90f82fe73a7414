namespace Appliance.Dialog.Understanding;

/// <summary>What was heard of a date of birth.</summary>
/// <param name="Date">The date, if whole and possible.</param>
/// <param name="MissingYear">Day and month were said, the year not yet.</param>
/// <param name="Impossible">A date that does not exist, lies ahead or is over 120 years ago.</param>
/// <param name="Month">Month, where the year is missing.</param>
/// <param name="Day">Day of the month, where the year is missing.</param>
public readonly record struct BirthDateReading(DateOnly? Date, bool MissingYear = false, bool Impossible = false, int Month = 0, int Day = 0);
