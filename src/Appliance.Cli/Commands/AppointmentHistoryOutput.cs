using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Running;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Host.Failures;

namespace Appliance.Cli.Commands;

/// <summary>All that was done to one appointment, from its booking on.</summary>
internal static class AppointmentHistoryOutput
{
    /// <exception cref="ApplianceException">There is no such appointment.</exception>
    public static async Task ShowAsync(CommandRun run, ClinicProfile clinic, IAppointmentBook book, string id, CancellationToken cancellationToken)
    {
        var history = Identifier.IsValid(id) ? await book.FindHistoryAsync(new AppointmentId(id), CommandRun.Actor, cancellationToken) : null;
        if (history is null)
        {
            throw new ApplianceException(ApplianceErrorReason.StoreUnavailable, "There is no such appointment. See 'appliance appointments --cancelled'.");
        }

        var events = EventsOf(history).ToList();
        if (run.Value<bool>("--json"))
        {
            run.Json(events, JsonShapes.Default.IReadOnlyListAppointmentEventJson);
            return;
        }

        run.Screen.Table(
            ["at (UTC)", "what", "by", "visit at", "doctor", "visit", "reason"],
            events.Select(e => (string[])
            [
                e.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                e.What,
                e.By,
                e.Start ?? "",
                e.Doctor is { } doctor ? clinic.FindDoctor(doctor)?.Name ?? doctor : "",
                e.VisitType is { } type ? clinic.FindVisitType(type)?.Name ?? type : "",
                e.Reason,
            ]));
    }

    private static IEnumerable<AppointmentEventJson> EventsOf(AppointmentHistory history)
    {
        var booked = history.Appointment;
        yield return Event("booked", booked.BookedAt, booked.BookedBy, history.FirstTime, booked.Reason);
        foreach (var change in history.Changes)
        {
            yield return Event(change.Kind.ToString().ToLowerInvariant(), change.At, change.By, change.To, change.Reason);
        }
    }

    private static AppointmentEventJson Event(string what, DateTimeOffset at, Actor by, VisitTime? time, string reason) => new(
        what,
        at,
        by.ToString(),
        time?.LocalStart.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        time?.DoctorId,
        time?.VisitTypeId,
        reason);
}
