using Appliance.Clinic.Appointments;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Visits;

/// <summary>With whom, what for and when. LocalStart is the clinic's wall-clock time; Interval is half-open, in UTC.</summary>
public sealed record VisitTime(string DoctorId, string VisitTypeId, DateTime LocalStart, TimeInterval Interval)
{
    /// <summary>Deliberately says nothing: the kind of a visit is health data.</summary>
    public override string ToString() => nameof(VisitTime);
}

/// <summary>An appointment as far as its patient asks for it: nothing of the person and nothing of the reason.</summary>
public sealed record Visit(AppointmentId Id, VisitTime Time)
{
    /// <summary>Only the handle.</summary>
    public override string ToString() => Id.ToString();
}
