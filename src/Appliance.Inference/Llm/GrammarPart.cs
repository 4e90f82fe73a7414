using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Appliance.Inference.Llm;

/// <summary>
/// A piece of a GBNF grammar. Parts are combined, never pasted together, so that a name with quotes in it stays a name.
/// https://github.com/ggml-org/llama.cpp/tree/master/grammars
/// </summary>
public sealed class GrammarPart
{
    private readonly bool _single;

    private GrammarPart(string source, bool single)
    {
        Source = source;
        _single = single;
    }

    /// <summary>The part in GBNF.</summary>
    public string Source { get; }

    private string Grouped => _single ? Source : $"({Source})";

    /// <summary>Exactly this text.</summary>
    public static GrammarPart Literal(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var source = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => source.Append('\\').Append(rune),
                '\n' => source.Append("\\n"),
                '\r' => source.Append("\\r"),
                '\t' => source.Append("\\t"),
                < 0x20 or 0x7F => source.Append("\\x").Append(rune.Value.ToString("X2", CultureInfo.InvariantCulture)),
                _ => source.Append(rune),
            };
        }

        return new GrammarPart(source.Append('"').ToString(), single: true);
    }

    /// <summary>Exactly this text as a JSON string, with its quotes.</summary>
    public static GrammarPart JsonLiteral(string text) => Literal(JsonSerializer.Serialize(text));

    /// <summary>One of the parts; there must be at least one.</summary>
    public static GrammarPart OneOf(params IEnumerable<GrammarPart> parts)
    {
        var choices = parts.Select(part => part.Source).Distinct(StringComparer.Ordinal).ToArray();
        return choices.Length > 0
            ? new GrammarPart(string.Join(" | ", choices), single: false)
            : throw new ArgumentException("A choice needs at least one part.", nameof(parts));
    }

    /// <summary>All parts one after the other; there must be at least one.</summary>
    public static GrammarPart Sequence(params IEnumerable<GrammarPart> parts)
    {
        var steps = parts.Select(part => part.Grouped).ToArray();
        return steps.Length > 0
            ? new GrammarPart(string.Join(' ', steps), single: false)
            : throw new ArgumentException("A sequence needs at least one part.", nameof(parts));
    }

    /// <summary>The part between <paramref name="least"/> and <paramref name="most"/> times, 0 to 1000.</summary>
    public static GrammarPart Repeat(GrammarPart part, int least, int most)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, Math.Max(1, least));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1000);
        return new GrammarPart($"{part.Grouped}{{{least},{most}}}", single: false);
    }

    /// <summary>The part or nothing.</summary>
    public static GrammarPart Optional(GrammarPart part) => Repeat(part, 0, 1);

    /// <summary>One character from first to last, both included; letters and digits only, as those need no escape.</summary>
    public static GrammarPart CharacterRange(char first, char last) =>
        char.IsAsciiLetterOrDigit(first) && char.IsAsciiLetterOrDigit(last) && first <= last
            ? new GrammarPart($"[{first}-{last}]", single: true)
            : throw new ArgumentException("A range runs from one ASCII letter or digit to a later one.", nameof(first));

    /// <summary>What the rule of this name says.</summary>
    public static GrammarPart Rule(string name) => new(GrammarBuilder.CheckName(name), single: true);
}
