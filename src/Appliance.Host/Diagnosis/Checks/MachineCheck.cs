namespace Appliance.Host.Diagnosis.Checks;

/// <summary>Cores and memory.</summary>
internal static class MachineCheck
{
    private const string Area = "machine";
    private const long LeastMemory = 1L << 30;

    public static IEnumerable<Finding> Run() => [Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)];

    internal static Finding Of(int cores, long memory)
    {
        var what = $"{cores} cores, {memory / (double)(1L << 30):F1} GiB of memory";
        return memory < LeastMemory ? Finding.Fail(Area, what, "Give the appliance at least 1 GiB of memory; public models need 4 GiB and more.")
            : cores < 2 ? Finding.Warn(Area, what, "Give the appliance at least two cores.")
            : Finding.Ok(Area, what);
    }
}
