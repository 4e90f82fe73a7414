using System.Collections.Immutable;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Profiles;

/// <summary>Reads the doctors; one without hours of their own works whenever the clinic is open.</summary>
internal static class DoctorReader
{
    public static ImmutableArray<Doctor> Read(IReadOnlyList<DoctorDocument>? doctors, WeeklySchedule clinicHours, ProblemList problems)
    {
        if (doctors is not { Count: > 0 })
        {
            problems.Add("doctors", "needs at least one doctor");
            return [];
        }

        var read = doctors.Select((doctor, i) => ReadOne($"doctors[{i}]", doctor, clinicHours, problems)).ToImmutableArray();
        if (read.DistinctBy(d => d.Id, StringComparer.Ordinal).Count() != read.Length)
        {
            problems.Add("doctors", "ids must differ");
        }

        return read;
    }

    private static Doctor ReadOne(string path, DoctorDocument doctor, WeeklySchedule clinicHours, ProblemList problems)
    {
        var name = problems.Text(path + ".name", doctor.Name);
        return new Doctor(
            problems.Id(path + ".id", doctor.Id),
            name,
            [.. (doctor.SpokenNames ?? []).Prepend(name).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            doctor.Hours is null ? clinicHours : ScheduleReader.Read(path + ".hours", doctor.Hours, problems).Within(clinicHours),
            [.. (doctor.Absences ?? []).Select((absence, i) => ReadAbsence($"{path}.absences[{i}]", absence, problems))]);
    }

    private static Absence ReadAbsence(string path, AbsenceDocument absence, ProblemList problems)
    {
        var read = new Absence(problems.Date(path + ".firstDay", absence.FirstDay), problems.Date(path + ".lastDay", absence.LastDay));
        if (read.LastDay < read.FirstDay)
        {
            problems.Add(path, "must not end before it starts");
        }

        return read;
    }
}
