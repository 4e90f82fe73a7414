namespace Appliance.Inference.Tts.Phonemes;

/// <summary>IPA text as espeak-ng writes it.</summary>
internal static class Ipa
{
    /// <summary>The composed letters IPA uses. String.Normalize does nothing here: the process runs with InvariantGlobalization.</summary>
    private static readonly Dictionary<int, string[]> Decomposed = new()
    {
        ['\u00E7'] = ["c", "\u0327"],
        ['\u00E3'] = ["a", "\u0303"],
        ['\u1EBD'] = ["e", "\u0303"],
        ['\u0129'] = ["i", "\u0303"],
        ['\u00F5'] = ["o", "\u0303"],
        ['\u0169'] = ["u", "\u0303"],
        ['\u1EF9'] = ["y", "\u0303"],
    };

    /// <summary>
    /// One string per code point, in decomposed form as Piper's voices are trained, without the flags such as <c>(en)</c>
    /// that mark a switch of language.
    /// </summary>
    internal static List<string> CodePoints(string ipa)
    {
        var points = new List<string>();
        var depth = 0;
        foreach (var rune in ipa.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                default:
                    if (depth == 0)
                    {
                        points.AddRange(Decomposed.GetValueOrDefault(rune.Value) ?? [rune.ToString()]);
                    }

                    break;
            }
        }

        return points;
    }

    /// <summary>Phonemes that sound: all but stress marks and blanks.</summary>
    internal static int Weight(IEnumerable<string> points) => points.Count(point => point is not (" " or "\u02C8" or "\u02CC"));
}
