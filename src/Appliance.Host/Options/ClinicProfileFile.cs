using Appliance.Clinic.Profiles;
using Appliance.Host.Failures;

namespace Appliance.Host.Options;

/// <summary>The clinic's profile from its file.</summary>
public static class ClinicProfileFile
{
    /// <summary>The profile; without a file the demonstration clinic.</summary>
    /// <exception cref="ApplianceException">InvalidProfile: the file cannot be read, or all that is wrong with it.</exception>
    public static ClinicProfile Load(string? file)
    {
        if (file is null)
        {
            return ClinicProfile.Demo();
        }

        var reading = ClinicProfile.Load(Read(file));
        return reading.Profile ?? throw new ApplianceException(
            ApplianceErrorReason.InvalidProfile,
            $"The clinic profile {file} cannot be used; mend it:{string.Concat(reading.Problems.Select(problem => "\n  - " + problem))}");
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApplianceException(
                ApplianceErrorReason.InvalidProfile, $"The clinic profile cannot be read: {error.Message} Give another with --clinic FILE.", error);
        }
    }
}
