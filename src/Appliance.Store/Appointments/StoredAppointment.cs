using Appliance.Clinic.Appointments;

namespace Appliance.Store.Appointments;

/// <summary>An appointment as it was read: what a change needs to write the next version.</summary>
internal sealed record StoredAppointment(Appointment Appointment, long Version, IReadOnlyList<AppointmentChangeBody> Changes);
