using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Tests.Driving;

/// <summary>A clinic with three doctors, open on weekdays from 8 to 5; the call comes on Monday, November 23rd, 2026 at 9:00.</summary>
internal static class ClinicExample
{
    public static ClinicFacts Facts { get; } = new()
    {
        ClinicName = "Lakeside Clinic",
        AnsweredLocal = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified),
        Doctors = [new DoctorFact("d-patel", "Patel"), new DoctorFact("d-chen", "Chen"), new DoctorFact("d-garcia", "Garcia")],
        VisitTypes =
        [
            new VisitTypeFact("v-visit", "a consultation", ["appointment", "visit", "see a doctor", "sick", "sore throat", "cough", "fever"]),
            new VisitTypeFact("v-checkup", "a checkup", ["physical", "annual physical"]),
            new VisitTypeFact("v-shot", "a flu shot", ["flu shot", "vaccination"]),
        ],
        Hours = [.. Enumerable.Range(1, 5).Select(d => new OpenHours((DayOfWeek)d, new TimeOnly(8, 0), new TimeOnly(17, 0)))],
    };

    public static DateOnly Today => Facts.Today;
}
