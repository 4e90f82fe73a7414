namespace Appliance.Dialog.Speech;

/// <summary>Digits and letters one by one, in groups parted by commas so that the voice pauses there.</summary>
public static class SpokenDigits
{
    private static readonly string[] _words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>"five five five, one two three, four five six seven" for 10 digits, 3 and 4 for 7, threes for others.</summary>
    public static string Phone(string digits)
    {
        int[] groups = digits.Length switch
        {
            7 => [3, 4],
            10 => [3, 3, 4],
            _ => [.. Enumerable.Range(0, (digits.Length + 2) / 3).Select(i => Math.Min(3, digits.Length - (3 * i)))],
        };
        var at = 0;
        var spoken = new List<string>(groups.Length);
        foreach (var size in groups)
        {
            spoken.Add(string.Join(' ', digits.Skip(at).Take(size).Select(c => _words[c - '0'])));
            at += size;
        }

        return string.Join(", ", spoken);
    }

    /// <summary>"S, M, I, T, H".</summary>
    public static string Letters(string name) => string.Join(", ", name.Where(char.IsLetter).Select(char.ToUpperInvariant));
}
