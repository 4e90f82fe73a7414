namespace Appliance.Host.Diagnosis.Checks;

/// <summary>Whether a folder can be written: rights, mounts and quotas all count, so the kernel is asked by a file that goes at once.</summary>
internal static class FolderProbe
{
    public static bool CanWrite(string folder)
    {
        try
        {
            File.Create(Path.Combine(folder, $".appliance-probe-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
