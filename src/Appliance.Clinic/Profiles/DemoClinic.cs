namespace Appliance.Clinic.Profiles;

/// <summary>The profile embedded in this assembly.</summary>
internal static class DemoClinic
{
    public static ClinicProfile Load()
    {
        const string resource = "Appliance.Clinic.Profiles.demo-clinic.json";
        using var stream = typeof(DemoClinic).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("Embedded resource missing: " + resource);
        using var reader = new StreamReader(stream);
        var reading = ClinicProfile.Load(reader.ReadToEnd());
        return reading.Profile ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Problems));
    }
}
