using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Appliance.Calls.Understanding;

/// <summary>Text of others as data for a model: one line, one JSON string, which it cannot leave.</summary>
internal static class QuotedText
{
    /// <summary>Characters kept; a turn that is longer says what it wants before.</summary>
    internal const int MaxLength = 400;

    // Keeps letters of all languages readable; quotes and backslashes are escaped nevertheless.
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text between quotes.</summary>
    internal static string Of(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var seen = IsPlain(rune);
            if (seen && plain.Length + rune.Utf16SequenceLength <= MaxLength)
            {
                plain.Append(rune);
            }
            else if (!seen && plain.Length is > 0 and < MaxLength && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return JsonSerializer.Serialize(plain.ToString(), _readable);
    }

    // Controls, invisible format characters, line ends and half characters could show a model, or a reader of logs, what is not there.
    private static bool IsPlain(Rune rune) => rune.Value != Rune.ReplacementChar.Value && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
