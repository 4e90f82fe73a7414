namespace Appliance.Host.Options;

/// <summary>Where this installation lies.</summary>
public static class Installation
{
    /// <summary>The nearest folder above the executable that holds <c>models/</c>; the executable's own where there is none.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    /// <summary>As <see cref="Root"/>, for another folder.</summary>
    public static string RootAbove(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "models", "mini", "pack.json")))
            {
                return parent.FullName;
            }
        }

        return folder;
    }
}
