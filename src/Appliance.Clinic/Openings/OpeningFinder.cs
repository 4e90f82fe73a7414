using Appliance.Clinic.Openings.Rules;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Openings;

/// <summary>Finds and judges openings: profile + busy time + moment → openings. Pure; the store adds only the busy time.</summary>
public static class OpeningFinder
{
    private const int MaxLimit = 1000;

    private static readonly IOpeningRule[] s_rules =
    [
        new DoctorOffersThatVisit(),
        new ClinicIsOpenOnThatDay(),
        new DoctorIsPresentOnThatDay(),
        new VisitStartsAfterLeadTime(),
        new VisitStartsWithinHorizon(),
        new DoctorIsFreeForVisitAndBuffer(),
    ];

    /// <summary>Openings by start, then in the profile's order of doctors; none for an unknown doctor or visit type.</summary>
    public static IReadOnlyList<Opening> Find(ClinicProfile profile, IEnumerable<BusyInterval> busy, OpeningQuery query, DateTimeOffset now)
    {
        var context = NewContext(profile, busy, now);
        if (profile.FindVisitType(query.VisitTypeId ?? profile.DefaultVisitTypeId) is not { } visitType)
        {
            return [];
        }

        var doctors = profile.Doctors.Where(d => query.DoctorId is null || string.Equals(d.Id, query.DoctorId, StringComparison.Ordinal)).ToList();
        var candidates =
            from day in Days(query, profile, now)
            from candidate in doctors.SelectMany(doctor => CandidateGrid.On(day, doctor, visitType, profile)).OrderBy(c => c.Visit.Start)
            where candidate.Start >= query.Earliest && (query.Before is not { } before || candidate.Start < before)
            where FirstBrokenRule(candidate, context) is null
            select candidate.ToOpening();
        return [.. candidates.Take(Math.Clamp(query.Limit, 1, MaxLimit))];
    }

    /// <summary>Judges one handle anew. Exactly one of opening and refusal is given.</summary>
    public static OpeningVerdict Judge(ClinicProfile profile, IEnumerable<BusyInterval> busy, OpeningId id, DateTimeOffset now)
    {
        if (!id.TryRead(out var doctorId, out var visitTypeId, out var start)
            || profile.FindDoctor(doctorId) is not { } doctor
            || profile.FindVisitType(visitTypeId) is not { } visitType)
        {
            return new OpeningVerdict(null, OpeningRefusal.NotOffered);
        }

        foreach (var candidate in CandidateGrid.On(profile.Clock.DayOf(start), doctor, visitType, profile).Where(c => c.Visit.Start == start))
        {
            var broken = FirstBrokenRule(candidate, NewContext(profile, busy, now));
            return broken is null ? new OpeningVerdict(candidate.ToOpening(), null) : new OpeningVerdict(null, broken.Refusal);
        }

        return new OpeningVerdict(null, OpeningRefusal.NotOffered);
    }

    private static IEnumerable<DateOnly> Days(OpeningQuery query, ClinicProfile profile, DateTimeOffset now)
    {
        // The horizon bounds the walk, whatever the caller asked for.
        var today = profile.Clock.DayOf(now);
        var first = query.FirstDay < today ? today : query.FirstDay;
        var horizon = profile.Clock.DayOf(now + profile.Horizon);
        var last = query.LastDay > horizon ? horizon : query.LastDay;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static OpeningContext NewContext(ClinicProfile profile, IEnumerable<BusyInterval> busy, DateTimeOffset now) =>
        new(profile, now, busy.ToLookup(b => b.DoctorId, b => b.Time, StringComparer.Ordinal));

    private static IOpeningRule? FirstBrokenRule(OpeningCandidate candidate, OpeningContext context) =>
        Array.Find(s_rules, rule => !rule.IsMetBy(candidate, context));
}

/// <summary>An opening that can be booked now, or why it cannot.</summary>
public sealed record OpeningVerdict(Opening? Opening, OpeningRefusal? Refusal);
