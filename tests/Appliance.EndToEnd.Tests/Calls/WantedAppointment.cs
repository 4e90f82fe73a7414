using System.Text.Json;
using Appliance.Clinic.Appointments;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>What a script of the demonstration wants to be true in the end.</summary>
internal sealed record WantedAppointment(string Doctor, string VisitType, string Weekday, string Time, string Name, string BirthDate, string Phone)
{
    public static WantedAppointment Of(string script)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ScriptedCall.FileOf(script)));
        return document.RootElement.GetProperty("expect").GetProperty("appointment").Deserialize<WantedAppointment>(JsonSerializerOptions.Web)!;
    }

    public static WantedAppointment From(Appointment stored) => new(
        stored.DoctorId,
        stored.VisitTypeId,
        $"{stored.LocalStart:dddd}",
        $"{stored.LocalStart:HH:mm}",
        stored.Patient.Details.Name,
        $"{stored.Patient.Details.BirthDate:yyyy-MM-dd}",
        stored.Patient.Details.Phone);
}
