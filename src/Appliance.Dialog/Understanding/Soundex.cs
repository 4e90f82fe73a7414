namespace Appliance.Dialog.Understanding;

/// <summary>American Soundex, as the US National Archives describe it: a letter and three digits.</summary>
internal static class Soundex
{
    private const string Codes = "01230120022455012623010202";

    /// <summary>The code of a name; empty if it has no letters.</summary>
    public static string Of(string name)
    {
        var code = "";
        var last = '0';
        foreach (var c in name.ToUpperInvariant().Where(char.IsAsciiLetter))
        {
            var digit = Codes[c - 'A'];
            if (code.Length == 0)
            {
                code = c.ToString();
            }
            else if (digit != '0' && digit != last)
            {
                code += digit;
            }

            // H and W do not part equal codes, vowels do.
            last = c is 'H' or 'W' ? last : digit;
            if (code.Length == 4)
            {
                break;
            }
        }

        return code.Length == 0 ? "" : code.PadRight(4, '0');
    }
}
