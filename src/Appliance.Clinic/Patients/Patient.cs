namespace Appliance.Clinic.Patients;

/// <summary>The handle of a patient; random, so that it can stand in logs.</summary>
public sealed record PatientId
{
    public PatientId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static PatientId New() => new(Identifier.New("pat"));

    public override string ToString() => Value;
}

/// <summary>
/// A patient known to the appliance. Two callers are one patient only when name, birth date and phone all agree:
/// nobody may change another person's record by knowing a name and a birthday.
/// </summary>
public sealed record Patient(PatientId Id, PatientDetails Details);
