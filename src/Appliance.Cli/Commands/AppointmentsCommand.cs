using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.Host.Options;

namespace Appliance.Cli.Commands;

/// <summary>Lists appointments.</summary>
public static class AppointmentsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("appointments", "Lists appointments. Reading them is audited.")
        {
            new Option<DateOnly?>("--from") { Description = "First day, clinic time (default: today).", HelpName = "YYYY-MM-DD" },
            new Option<DateOnly?>("--to") { Description = "Last day, clinic time (default: the end of the clinic's horizon).", HelpName = "YYYY-MM-DD" },
            new Option<bool>("--cancelled") { Description = "Cancelled appointments too." },
            new Option<string?>("--history") { Description = "Instead of the list, all that was done to this appointment.", HelpName = "ID" },
            JsonOption.Create(),
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, options) =>
        {
            var clinic = ClinicProfileFile.Load(options.ClinicProfile);
            var book = store.OpenBook(clinic);
            if (run.Value<string?>("--history") is { } id)
            {
                await AppointmentHistoryOutput.ShowAsync(run, clinic, book, id, cancellationToken);
                return CommandLine.Ok;
            }

            var appointments = await book.ListAppointmentsAsync(Query(run, clinic), CommandRun.Actor, cancellationToken);
            Show(run, clinic, appointments);
            return CommandLine.Ok;
        }));
        return command;
    }

    private static AppointmentQuery Query(CommandRun run, ClinicProfile clinic)
    {
        var from = run.Value<DateOnly?>("--from") ?? clinic.Clock.DayOf(run.Time.GetUtcNow());
        var to = run.Value<DateOnly?>("--to") ?? from.AddDays((int)clinic.Horizon.TotalDays + 1);
        return new AppointmentQuery(clinic.Clock.BoundaryOf(from, TimeOnly.MinValue), clinic.Clock.BoundaryOf(to.AddDays(1), TimeOnly.MinValue))
        {
            WithCancelled = run.Value<bool>("--cancelled"),
        };
    }

    private static void Show(CommandRun run, ClinicProfile clinic, IReadOnlyList<Appointment> appointments)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json([.. appointments.Select(Json)], JsonShapes.Default.IReadOnlyListAppointmentJson);
            return;
        }

        run.Screen.Table(
            ["when", "doctor", "visit", "patient", "born", "phone", "reason", "status", "id"],
            appointments.Select(a => (string[])
            [
                a.LocalStart.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                clinic.FindDoctor(a.DoctorId)?.Name ?? a.DoctorId,
                clinic.FindVisitType(a.VisitTypeId)?.Name ?? a.VisitTypeId,
                a.Patient.Details.Name,
                Day(a.Patient.Details.BirthDate),
                a.Patient.Details.Phone,
                a.Reason,
                Status(a),
                a.Id.Value,
            ]));
        run.Screen.Line($"{appointments.Count} appointments");
    }

    private static AppointmentJson Json(Appointment a) => new(
        a.Id.Value,
        a.LocalStart.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        a.Visit.Start,
        a.Visit.Length.TotalMinutes,
        a.DoctorId,
        a.VisitTypeId,
        a.Patient.Details.Name,
        Day(a.Patient.Details.BirthDate),
        a.Patient.Details.Phone,
        a.Reason,
        a.BookedBy.ToString(),
        a.BookedAt,
        Status(a));

    private static string Status(Appointment a) => a.Status.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
