using System.Diagnostics;

namespace Appliance.Store.Tests.Faults;

/// <summary>A file system in memory of three quarters of a megabyte, mounted on a folder; for root only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Null where mounting is not allowed.</summary>
    public static SmallDisk? TryMount(string folder)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", "size=768k", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    public void Grow() => Assert.True(Run("mount", "-o", "remount,size=16m", _folder));

    public void SetReadOnly(bool on) => Assert.True(Run("mount", "-o", on ? "remount,ro" : "remount,rw", _folder));

    public void Dispose() => Assert.True(Run("umount", "--lazy", _folder));

    private static bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
