using Appliance.Host.Options;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The data directory: there or to be made, closed to others, owned by who runs this. It is never made here.</summary>
internal static class DataDirectoryCheck
{
    private const string Area = "data";
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public static IEnumerable<Finding> Run(ApplianceOptions options)
    {
        var folder = options.DataDirectory;
        if (File.Exists(folder))
        {
            return [Finding.Fail(Area, $"{folder} is a file, not a folder", "Give another with --data DIR.")];
        }

        if (!Directory.Exists(folder))
        {
            var parent = FilePlaces.NearestExisting(folder);
            return FolderProbe.CanWrite(parent)
                ? [Finding.Ok(Area, $"{folder} is not there yet; the first start makes it")]
                : [Finding.Fail(Area, $"{folder} is not there and cannot be made in {parent}", "Make it, owned by the appliance's user, with mode 0700.")];
        }

        if (!FolderProbe.CanWrite(folder))
        {
            return [Finding.Fail(Area, $"{folder} cannot be written", "Run as its owner, on a disk that is not mounted read-only.")];
        }

        var open = new DirectoryInfo(folder).UnixFileMode & Others;
        return open == UnixFileMode.None
            ? [Finding.Ok(Area, $"{folder} is its owner's alone")]
            : [Finding.Warn(Area, $"{folder} is open to others ({open})", $"chmod 700 {folder}")];
    }
}
