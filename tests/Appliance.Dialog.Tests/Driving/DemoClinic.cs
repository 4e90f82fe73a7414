using System.Text.Json;
using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Tests.Driving;

/// <summary>The clinic of the demo, read from its profile as a call would tell it to the dialog.</summary>
internal static class DemoClinic
{
    private static readonly JsonElement _profile =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "Appliance.Clinic", "Profiles", "demo-clinic.json"))).RootElement;

    /// <summary>A call answered at this local time.</summary>
    public static SimulatedCall Call(DateTime answered) => new(clinic: new FakeClinic { Facts = FactsAt(answered) });

    public static ClinicFacts FactsAt(DateTime answered) => new()
    {
        ClinicName = Text(_profile, "name"),
        AnsweredLocal = answered,
        Doctors = [.. Items("doctors").Select(d => new DoctorFact(Text(d, "id"), Text(d, "name")))],
        VisitTypes = [.. Items("visitTypes").Select(v => new VisitTypeFact(Text(v, "id"), $"a {Text(v, "name")}", [Text(v, "name"), .. v.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()!)]))],
        Hours = [.. Items("hours").SelectMany(h => h.GetProperty("days").EnumerateArray().Select(d => new OpenHours(Enum.Parse<DayOfWeek>(d.GetString()!), TimeOnly.Parse(Text(h, "from")), TimeOnly.Parse(Text(h, "to")))))],
        ClosedDays = [.. Items("closedDays").Select(c => new ClosedDayFact(DateOnly.Parse(Text(c, "date")), Text(c, "name")))],
    };

    private static JsonElement.ArrayEnumerator Items(string name) => _profile.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
