using Appliance.Clinic;

namespace Appliance.Store.Appointments;

/// <summary>The sealed body of an appointment: why somebody comes is health data.</summary>
internal sealed record AppointmentBody(
    string VisitTypeId, DateTime LocalStart, string Reason, ActorKind BookedByKind, string BookedById, DateTimeOffset BookedAt);
