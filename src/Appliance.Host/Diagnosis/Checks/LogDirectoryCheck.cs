using Appliance.Host.Options;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The log directory. Without it calls are held, but nobody can look up later what went wrong.</summary>
internal static class LogDirectoryCheck
{
    private const string Area = "logs";

    public static IEnumerable<Finding> Run(ApplianceOptions options)
    {
        var folder = options.LogDirectory;
        return File.Exists(folder) ? [Finding.Fail(Area, $"{folder} is a file, not a folder", "Give another with --logs DIR.")]
            : FolderProbe.CanWrite(FilePlaces.NearestExisting(folder)) ? [Finding.Ok(Area, $"{folder} can be written")]
            : [Finding.Warn(Area, $"{folder} cannot be written", "Make it, owned by the appliance's user, or give another with logDirectory.")];
    }
}
