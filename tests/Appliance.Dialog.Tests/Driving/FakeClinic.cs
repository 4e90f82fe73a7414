using Appliance.Dialog.Facts;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Tests.Driving;

/// <summary>Answers tools: openings every 30 minutes from 9 to 5 on open days for every doctor, minus those taken.</summary>
internal sealed class FakeClinic
{
    private int _holds;

    public ClinicFacts Facts { get; init; } = ClinicExample.Facts;

    public HashSet<DateTime> Taken { get; } = [];

    public bool RefuseNextHold { get; set; }

    public Func<ToolRequest, ToolResult?>? Fault { get; set; }

    public Dictionary<string, OpeningHandle> Held { get; } = [];

    public List<(BookAppointment Request, OpeningHandle Opening)> Booked { get; } = [];

    public List<LeaveCallback> Callbacks { get; } = [];

    public ToolResult Answer(ToolRequest request)
    {
        if (Fault?.Invoke(request) is { } fault)
        {
            return fault;
        }

        switch (request)
        {
            case FindOpenings find:
                return new OpeningsFound([.. Find(find).Take(find.Limit)]);
            case HoldOpening hold when RefuseNextHold:
                RefuseNextHold = false;
                return new HoldRefused(hold.OpeningId);
            case HoldOpening hold:
                var parts = hold.OpeningId.Split('|');
                var opening = new OpeningHandle(hold.OpeningId, parts[0], DateTime.Parse(parts[1]));
                Held[$"h{++_holds}"] = opening;
                return new HoldPlaced($"h{_holds}", opening);
            case ReleaseHold release:
                Held.Remove(release.HoldId);
                return new HoldReleased(release.HoldId);
            case BookAppointment book when Held.Remove(book.HoldId, out var held):
                Booked.Add((book, held));
                Taken.Add(held.Start);
                return new Booked($"a{Booked.Count}");
            case BookAppointment:
                return new BookingRefused(BookingRefusal.HoldExpired);
            case LeaveCallback callback:
                Callbacks.Add(callback);
                return new CallbackSaved($"c{Callbacks.Count}");
            default:
                return new ToolFailed(ToolFailure.NotAllowed);
        }
    }

    private IEnumerable<OpeningHandle> Find(FindOpenings find)
    {
        for (var day = find.From; day <= find.To; day = day.AddDays(1))
        {
            if (Facts.HoursOn(day) is null)
            {
                continue;
            }

            for (var half = 0; half < 16; half++)
            {
                var start = day.ToDateTime(new TimeOnly(9, 0)).AddMinutes(30 * half);
                if (Taken.Contains(start) || !find.TimeOfDay.Contains(TimeOnly.FromDateTime(start)))
                {
                    continue;
                }

                foreach (var doctor in Facts.Doctors.Where(d => find.DoctorId is null || d.Id == find.DoctorId))
                {
                    yield return new OpeningHandle($"{doctor.Id}|{start:O}", doctor.Id, start);
                }
            }
        }
    }
}
