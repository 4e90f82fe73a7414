namespace Appliance.Dialog.Understanding;

/// <summary>Names of months.</summary>
internal static class Month
{
    private static readonly string[] _names =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>1 to 12, or 0 if the word is no month. Abbreviations of three letters count.</summary>
    public static int Of(string word)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(word, _names[i], StringComparison.Ordinal) || (word.Length is 3 or 4 && word.Length < _names[i].Length && _names[i].StartsWith(word, StringComparison.Ordinal)))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
