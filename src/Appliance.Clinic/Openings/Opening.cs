using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Openings;

/// <summary>
/// Time that can be booked with a doctor. Visit is the visit itself; Occupied adds the buffer after it and is what nobody else may overlap.
/// LocalStart is the clinic's wall-clock time.
/// </summary>
public sealed record Opening(
    OpeningId Id,
    string DoctorId,
    string VisitTypeId,
    DateTime LocalStart,
    TimeInterval Visit,
    TimeInterval Occupied);
