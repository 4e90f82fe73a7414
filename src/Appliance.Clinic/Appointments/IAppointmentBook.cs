namespace Appliance.Clinic.Appointments;

/// <summary>The clinic's whole appointment book, for its staff: who comes when. The tools of calls get <see cref="IBookingDesk"/> only.</summary>
public interface IAppointmentBook : IBookingDesk
{
    Task<IReadOnlyList<Appointment>> ListAppointmentsAsync(AppointmentQuery query, Actor actor, CancellationToken cancellationToken);

    /// <summary>All that was done to an appointment; null when there is none.</summary>
    Task<AppointmentHistory?> FindHistoryAsync(AppointmentId id, Actor actor, CancellationToken cancellationToken);
}
