using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Appliance.Cli.Bench;

/// <summary>What a figure was measured on.</summary>
internal static class BenchMachine
{
    /// <summary>Cores this process may use, processor and runtime, in one line.</summary>
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    /// <summary>Processor time of this process so far, all threads.</summary>
    public static TimeSpan ProcessorTime
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private static string Processor()
    {
        try
        {
            const string Name = "model name";
            var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
        }
        catch (IOException)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
