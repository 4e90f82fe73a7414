namespace Appliance.Inference.Interop;

/// <summary>Where this installation keeps its native libraries.</summary>
public static class NativeLibraries
{
    /// <summary>Environment variable that names the only folder to search.</summary>
    public const string FolderVariable = "APPLIANCE_NATIVE_DIR";

    private const string ProjectFolder = "src/Appliance.Inference/native";

    /// <summary>
    /// The folder of <see cref="FolderVariable"/> alone when it is set; else <c>native/</c> beside the executable, then
    /// the npm project of a checkout above it.
    /// </summary>
    public static NativeLibraryLocator Locate() =>
        Locate(Environment.GetEnvironmentVariable(FolderVariable), AppContext.BaseDirectory);

    internal static NativeLibraryLocator Locate(string? chosenFolder, string executableFolder)
    {
        if (!string.IsNullOrWhiteSpace(chosenFolder))
        {
            return new NativeLibraryLocator([chosenFolder]);
        }

        string[] folders = [Path.Combine(executableFolder, "native"), .. Above(executableFolder)];
        return new NativeLibraryLocator(folders);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            var project = Path.Combine(parent.FullName, ProjectFolder);
            if (Directory.Exists(project))
            {
                yield return project;
            }
        }
    }
}
