using Appliance.Host.Options;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>Room where the data lie, said in hours of recorded calls.</summary>
internal static class DiskCheck
{
    private const string Area = "disk";
    private const long LeastBytes = 200L << 20;
    private const long FewBytes = 2L << 30;

    // 16 kHz, two channels, 16 bits.
    private const long BytesPerHour = 16_000L * 2 * 2 * 3_600;

    public static IEnumerable<Finding> Run(ApplianceOptions options)
    {
        var folder = FilePlaces.NearestExisting(options.DataDirectory);
        return [Of(folder, new DriveInfo(folder).AvailableFreeSpace)];
    }

    internal static Finding Of(string folder, long free)
    {
        var what = $"{free / (double)(1L << 30):F1} GiB free for {folder}, {free / BytesPerHour} h of recordings";
        const string Mend = "Make room, or put the data directory on another disk.";
        return free < LeastBytes ? Finding.Fail(Area, what, Mend) : free < FewBytes ? Finding.Warn(Area, what, Mend) : Finding.Ok(Area, what);
    }
}
