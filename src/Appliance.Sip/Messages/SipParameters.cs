using System.Collections;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>The <c>;name=value</c> parameters of a URI or header value, in order; immutable, names without case.
/// Where a name stands twice the first counts.</summary>
public sealed class SipParameters : IReadOnlyList<SipParameter>, IEquatable<SipParameters>
{
    private readonly SipParameter[] _items;

    private SipParameters(SipParameter[] items) => _items = items;

    /// <summary>No parameters.</summary>
    public static SipParameters Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public SipParameter this[int index] => _items[index];

    /// <summary>The value without quotes; empty for a flag, null where the parameter is absent.</summary>
    public string? this[string name] => IndexOf(name) is >= 0 and var i ? SipGrammar.Unquote(_items[i].Value) : null;

    /// <summary>Whether the parameter is there, with or without a value.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>A copy where <paramref name="name"/> has this value (null: a flag), in its old place or at the end.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">As it shall stand on the wire; a value that is no token must come quoted.</param>
    public SipParameters With(string name, string? value = null)
    {
        var at = IndexOf(name);
        var copy = at < 0 ? new SipParameter[_items.Length + 1] : new SipParameter[_items.Length];
        _items.CopyTo(copy, 0);
        copy[at < 0 ? _items.Length : at] = new SipParameter(name, value);
        return new SipParameters(copy);
    }

    /// <summary>A copy without <paramref name="name"/>.</summary>
    public SipParameters Without(string name) =>
        Contains(name) ? From(_items.Where(p => !p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) : this;

    /// <inheritdoc/>
    public bool Equals(SipParameters? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SipParameters);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Each parameter behind a semicolon; empty where there are none.</summary>
    public override string ToString()
    {
        if (_items.Length == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        foreach (var item in _items)
        {
            text.Append(';').Append(item.Name);
            if (item.Value is not null)
            {
                text.Append('=').Append(item.Value);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public IEnumerator<SipParameter> GetEnumerator() => ((IEnumerable<SipParameter>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    internal static SipParameters From(IEnumerable<SipParameter> items)
    {
        SipParameter[] array = [.. items];
        return array.Length == 0 ? Empty : new SipParameters(array);
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
