using Appliance.Clinic.Patients;
using Appliance.Clinic.Schedules;
using Appliance.Clinic.Visits;

namespace Appliance.Clinic.Appointments;

/// <summary>The handle of an appointment; random.</summary>
public sealed record AppointmentId
{
    public AppointmentId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static AppointmentId New() => new(Identifier.New("apt"));

    public override string ToString() => Value;
}

/// <summary>Whether a visit is to take place.</summary>
public enum AppointmentStatus
{
    Booked = 1,

    /// <summary>Its time is free again; the appointment is kept.</summary>
    Cancelled = 2,
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
    public AppointmentStatus Status { get; init; } = AppointmentStatus.Booked;

    public VisitTime Time => new(DoctorId, VisitTypeId, LocalStart, Visit);

    /// <summary>The same appointment at another time.</summary>
    public Appointment At(VisitTime time) => this with
    {
        DoctorId = time.DoctorId,
        VisitTypeId = time.VisitTypeId,
        LocalStart = time.LocalStart,
        Visit = time.Interval,
    };

    /// <summary>Only the handle: the rest is personal data.</summary>
    public override string ToString() => Id.ToString();
}
