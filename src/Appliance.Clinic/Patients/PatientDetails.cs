namespace Appliance.Clinic.Patients;

/// <summary>Who comes, as told by the caller. Personal data: never in logs, exceptions or the audit trail.</summary>
public sealed record PatientDetails(string Name, DateOnly BirthDate, string Phone)
{
    /// <summary>Deliberately says nothing: a record's own ToString would put the person into logs.</summary>
    public override string ToString() => nameof(PatientDetails);
}
