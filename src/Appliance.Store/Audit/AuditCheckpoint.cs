using System.Globalization;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;

namespace Appliance.Store.Audit;

/// <summary>
/// A signed statement that the trail had Count entries and ended in Link at Time. One line of text: "v1 count link time mac", link and
/// mac in hex, time in Unix milliseconds. Kept outside of the database it shows a database that was rolled back.
/// </summary>
internal sealed record AuditCheckpoint(long Count, byte[] Link, DateTimeOffset Time, byte[] Mac)
{
    public static AuditCheckpoint Sign(AuditHead head, DateTimeOffset now, StoreKeys keys)
    {
        var unsigned = new AuditCheckpoint(head.Sequence, head.Link, now, []);
        return unsigned with { Mac = unsigned.MacUnder(keys) };
    }

    /// <summary>Null when the line was not written by <see cref="ToLine"/>.</summary>
    public static AuditCheckpoint? Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["v1", _, { Length: 2 * KeyedHash.Length }, _, { Length: 2 * KeyedHash.Length }]
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !(parts[2] + parts[4]).All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return new AuditCheckpoint(
            count, Convert.FromHexString(parts[2]), DateTimeOffset.FromUnixTimeMilliseconds(time), Convert.FromHexString(parts[4]));
    }

    public bool IsSignedUnder(StoreKeys keys) => KeyedHash.AreEqual(Mac, MacUnder(keys));

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"v1 {Count} {Convert.ToHexString(Link)} {Time.ToUnixTimeMilliseconds()} {Convert.ToHexString(Mac)}");

    private byte[] MacUnder(StoreKeys keys) => KeyedHash.Of(
        keys.AuditCheckpoints,
        Link,
        Count.ToString(CultureInfo.InvariantCulture),
        Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
