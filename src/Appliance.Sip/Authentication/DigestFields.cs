using System.Diagnostics.CodeAnalysis;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Authentication;

/// <summary>The <c>Digest name=value, name="value"</c> list of challenges and credentials
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-25.1">RFC 3261 §25.1</see>).</summary>
internal sealed class DigestFields
{
    private const string Scheme = "Digest";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value without quotes, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>False for another scheme, a field that stands twice (which one would count is a way around checks) or bad syntax.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DigestFields? fields)
    {
        fields = null;
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || trimmed.Length <= Scheme.Length || !char.IsWhiteSpace(trimmed[Scheme.Length]))
        {
            return false;
        }

        var result = new DigestFields();
        var rest = trimmed[Scheme.Length..];
        while (CommaList.TryTakeNext(ref rest, out var item))
        {
            if (item.IsEmpty)
            {
                continue;
            }

            var equals = item.IndexOf('=');
            if (equals <= 0 || !SipGrammar.IsToken(item[..equals].TrimEnd())
                || !result._values.TryAdd(item[..equals].TrimEnd().ToString(), SipGrammar.Unquote(item[(equals + 1)..].TrimStart())))
            {
                return false;
            }
        }

        fields = result;
        return true;
    }
}
