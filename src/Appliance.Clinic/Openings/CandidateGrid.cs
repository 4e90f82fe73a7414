using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Openings;

/// <summary>
/// Every start that working hours allow on a day: on the grid from the start of each span, the visit ending within the span.
/// A start in the hour that clocks skip does not exist; one in the hour that comes twice means its first coming.
/// </summary>
internal static class CandidateGrid
{
    public static IEnumerable<OpeningCandidate> On(DateOnly day, Doctor doctor, VisitType visitType, ClinicProfile profile)
    {
        var clock = profile.Clock;
        foreach (var span in doctor.Schedule.On(day.DayOfWeek))
        {
            var spanEnd = clock.BoundaryOf(day, span.To);
            var room = span.To - span.From;
            for (var offset = TimeSpan.Zero; offset < room; offset += profile.Grid)
            {
                var start = span.From.Add(offset);
                if (clock.FirstMomentOf(day, start) is not { } moment || moment + visitType.Length > spanEnd)
                {
                    continue;
                }

                var end = moment + visitType.Length;
                yield return new OpeningCandidate(
                    doctor, visitType, day, start, new TimeInterval(moment, end), new TimeInterval(moment, end + visitType.Buffer));
            }
        }
    }
}
