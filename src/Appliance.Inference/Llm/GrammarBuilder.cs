using System.Text;

namespace Appliance.Inference.Llm;

/// <summary>Writes a GBNF grammar from named rules. A rule that is referred to must be added.</summary>
public sealed class GrammarBuilder
{
    private readonly Dictionary<string, GrammarPart> _rules = new(StringComparer.Ordinal);

    /// <summary>Adds a rule; names are of a-z, 0-9 and '-', and each is added once.</summary>
    public GrammarBuilder Add(string name, GrammarPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _rules.Add(CheckName(name), part);
        return this;
    }

    /// <summary>The grammar whose sentences are those of <paramref name="root"/>.</summary>
    public string Build(GrammarPart root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var grammar = new StringBuilder();
        grammar.Append("root ::= ").Append(root.Source).Append('\n');
        foreach (var (name, part) in _rules)
        {
            grammar.Append(name).Append(" ::= ").Append(part.Source).Append('\n');
        }

        return grammar.ToString();
    }

    internal static string CheckName(string name) =>
        !string.IsNullOrEmpty(name) && name != "root" && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? name
            : throw new ArgumentException($"'{name}' is not a rule name: a-z, 0-9 and '-', and not root.", nameof(name));
}
