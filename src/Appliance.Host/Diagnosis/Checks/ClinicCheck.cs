using Appliance.Host.Failures;
using Appliance.Host.Options;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The clinic's profile.</summary>
internal static class ClinicCheck
{
    private const string Area = "clinic";

    public static IEnumerable<Finding> Run(string? file)
    {
        try
        {
            var clinic = ClinicProfileFile.Load(file);
            var what = $"{clinic.Name}: {clinic.Doctors.Length} doctors, {clinic.VisitTypes.Length} visit types, {clinic.TimeZone.Id}";
            return [file is null ? Finding.Warn(Area, what + " (demonstration)", "Give the clinic's own profile with --clinic FILE.") : Finding.Ok(Area, what)];
        }
        catch (ApplianceException error)
        {
            return [Finding.Fail(Area, error.Message, "Mend the profile, or give another with --clinic FILE.")];
        }
    }
}
