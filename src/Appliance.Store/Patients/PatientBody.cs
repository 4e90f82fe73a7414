namespace Appliance.Store.Patients;

/// <summary>The sealed body of a patient document.</summary>
internal sealed record PatientBody(string Name, DateOnly BirthDate, string Phone);
