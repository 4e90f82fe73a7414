using System.Globalization;

namespace Appliance.Clinic.Openings;

/// <summary>
/// The handle of an opening: doctor, visit type and start in UTC, e.g. "chen:checkup:202611241430". It holds nothing personal
/// and proves nothing: a hold judges the opening anew.
/// </summary>
public sealed record OpeningId
{
    private const string StartFormat = "yyyyMMddHHmm";

    public OpeningId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static OpeningId Of(string doctorId, string visitTypeId, DateTimeOffset start) =>
        new($"{doctorId}:{visitTypeId}:{start.UtcDateTime.ToString(StartFormat, CultureInfo.InvariantCulture)}");

    /// <summary>False when the handle was not made by <see cref="Of"/>.</summary>
    public bool TryRead(out string doctorId, out string visitTypeId, out DateTimeOffset start)
    {
        var parts = Value.Split(':');
        doctorId = parts[0];
        visitTypeId = parts.Length > 1 ? parts[1] : string.Empty;
        start = default;
        return parts.Length == 3
            && DateTimeOffset.TryParseExact(
                parts[2], StartFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out start)
            && start.Year is > 1 and < 9999; // No local time can be told at the ends of the calendar.
    }

    public override string ToString() => Value;
}
