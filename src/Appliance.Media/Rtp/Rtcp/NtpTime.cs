namespace Appliance.Media.Rtp.Rtcp;

/// <summary>NTP timestamps: seconds since 1900 in the upper 32 bits, the fraction in the lower (RFC 3550 §4).</summary>
public static class NtpTime
{
    private static readonly DateTimeOffset Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The 64-bit timestamp; its seconds wrap in 2036 as the format does.</summary>
    public static ulong From(DateTimeOffset time)
    {
        var ticks = (time - Epoch).Ticks;
        var seconds = (ulong)(ticks / TimeSpan.TicksPerSecond);
        var fraction = ((ulong)(ticks % TimeSpan.TicksPerSecond) << 32) / TimeSpan.TicksPerSecond;
        return (seconds << 32) | fraction;
    }

    /// <summary>A span in units of 1/65536 s.</summary>
    public static uint Compact(TimeSpan span) => (uint)(span.Ticks * 65536 / TimeSpan.TicksPerSecond);

    /// <summary>Units of 1/65536 s as a span.</summary>
    public static TimeSpan FromCompact(uint units) => new(units * TimeSpan.TicksPerSecond / 65536);
}
