namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The clock and the zones of the world: a booking at the wrong hour is worse than none.</summary>
internal static class ClockCheck
{
    private const string Area = "clock";
    private const string Zone = "America/New_York";

    public static IEnumerable<Finding> Run(TimeProvider time) => [Clock(time.GetUtcNow(), BuiltAt()), Zones()];

    // A clock that stands before this program was built is certainly wrong.
    internal static Finding Clock(DateTimeOffset now, DateTimeOffset built) => now >= built.AddDays(-1)
        ? Finding.Ok(Area, $"{now:yyyy-MM-dd HH:mm} UTC")
        : Finding.Fail(Area, $"{now:yyyy-MM-dd HH:mm} UTC lies before this program was built ({built:yyyy-MM-dd})", "Set the clock: timedatectl set-ntp true");

    private static DateTimeOffset BuiltAt() => new(File.GetLastWriteTimeUtc(typeof(ClockCheck).Assembly.Location), TimeSpan.Zero);

    private static Finding Zones() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) && zone.SupportsDaylightSavingTime
            ? Finding.Ok(Area, "time zone data are there")
            : Finding.Fail(Area, $"there are no data for the time zone {Zone}", "apt-get install tzdata");
}
