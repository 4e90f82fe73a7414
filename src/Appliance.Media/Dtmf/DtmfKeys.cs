namespace Appliance.Media.Dtmf;

/// <summary>Keys and their event codes (RFC 4733 §3.2, table 3).</summary>
public static class DtmfKeys
{
    private const string Keys = "0123456789*#ABCD";

    /// <summary>Event code 0 to 15 of a key, lower case letters too; false for any other character.</summary>
    public static bool TryGetEvent(char key, out byte code)
    {
        var index = Keys.IndexOf(char.ToUpperInvariant(key), StringComparison.Ordinal);
        code = (byte)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Key of an event code; false for codes above 15, which are not keys.</summary>
    public static bool TryGetKey(byte code, out char key)
    {
        key = code < Keys.Length ? Keys[code] : '\0';
        return code < Keys.Length;
    }
}
