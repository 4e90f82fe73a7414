namespace Appliance.Clinic.Schedules;

/// <summary>Time that a doctor is not free: an appointment with its buffer, or a live hold.</summary>
public readonly record struct BusyInterval(string DoctorId, TimeInterval Time);
