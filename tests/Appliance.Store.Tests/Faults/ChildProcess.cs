using System.Diagnostics;

namespace Appliance.Store.Tests.Faults;

/// <summary>Runs one explicit test of this executable in a process of its own, so that it can be killed or raced.</summary>
internal static class ChildProcess
{
    public const string RootVariable = "APPLIANCE_STORE_TEST_ROOT";
    public const string TaskVariable = "APPLIANCE_STORE_TEST_TASK";

    public static Process Start(string method, string root, string task)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Appliance.Store.Tests"))
        {
            ArgumentList = { "-explicit", "only", "-method", method, "-noColor" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[RootVariable] = root;
        start.Environment[TaskVariable] = task;
        return Process.Start(start)!;
    }

    /// <summary>Exit code and output.</summary>
    public static async Task<(int Code, string Output)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public static string Root => Environment.GetEnvironmentVariable(RootVariable) ?? throw new InvalidOperationException("Runs in a child only.");

    public static string Task => Environment.GetEnvironmentVariable(TaskVariable)!;
}
