namespace Appliance.Clinic.Schedules;

/// <summary>One span of work on a weekday in the clinic's local time, half-open; two spans a day leave a lunch break.</summary>
public readonly record struct WorkingHours(DayOfWeek Day, TimeOnly From, TimeOnly To);
