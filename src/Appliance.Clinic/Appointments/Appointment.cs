using Appliance.Clinic.Patients;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Appointments;

/// <summary>The handle of an appointment; random.</summary>
public sealed record AppointmentId
{
    public AppointmentId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static AppointmentId New() => new(Identifier.New("apt"));

    public override string ToString() => Value;
}

/// <summary>A booked visit. LocalStart is the clinic's wall-clock time at booking; Visit is half-open, in UTC.</summary>
public sealed record Appointment(
    AppointmentId Id,
    string DoctorId,
    string VisitTypeId,
    DateTime LocalStart,
    TimeInterval Visit,
    Patient Patient,
    string Reason,
    Actor BookedBy,
    DateTimeOffset BookedAt)
{
    /// <summary>Only the handle: the rest is personal data.</summary>
    public override string ToString() => Id.ToString();
}
