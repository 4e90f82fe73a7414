using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Understanding;

/// <summary>What helps to understand the caller at this point.</summary>
/// <param name="Expects">What the conversation waits for.</param>
/// <param name="Facts">The clinic.</param>
/// <param name="Day">Weekday already agreed, to choose between morning and afternoon.</param>
/// <param name="About">The day under discussion; a bare weekday means the one of its week.</param>
/// <param name="FamilyName">Last name heard so far, to know when a spelling is whole.</param>
public sealed record ListeningContext(Expectation Expects, ClinicFacts Facts, DayOfWeek? Day = null, DateOnly? About = null, string? FamilyName = null);
