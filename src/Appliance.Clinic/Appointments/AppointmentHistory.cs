using Appliance.Clinic.Visits;

namespace Appliance.Clinic.Appointments;

/// <summary>What was done to an appointment after it was booked.</summary>
public enum AppointmentChangeKind
{
    Moved = 1,
    Cancelled = 2,
}

/// <summary>One change: who did it, when and why, the time that was given up and the one that was taken; To is null for a cancellation.</summary>
public sealed record AppointmentChange(AppointmentChangeKind Kind, DateTimeOffset At, Actor By, string Reason, VisitTime From, VisitTime? To)
{
    /// <summary>Deliberately says nothing of times and reasons.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>An appointment as it is now, and all that was done to it, in order.</summary>
public sealed record AppointmentHistory(Appointment Appointment, IReadOnlyList<AppointmentChange> Changes)
{
    /// <summary>The time that was booked first.</summary>
    public VisitTime FirstTime => Changes.Count > 0 ? Changes[0].From : Appointment.Time;

    /// <summary>Only the handle.</summary>
    public override string ToString() => Appointment.Id.ToString();
}
