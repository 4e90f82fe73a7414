using System.Collections;

namespace Appliance.Sip.Messages;

/// <summary>The headers of one message in wire order; names without case, compact forms known, unknown headers kept.
/// Not safe for writers on several threads.</summary>
public sealed class SipHeaders : IReadOnlyList<SipHeader>
{
    private readonly List<SipHeader> _items = [];

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public SipHeader this[int index] => _items[index];

    /// <summary>The first header of that name, or null.</summary>
    public SipHeader? Find(string name)
    {
        var at = IndexOf(name);
        return at < 0 ? null : _items[at];
    }

    /// <summary>The value of the first header of that name, or null.</summary>
    public string? Get(string name) => Find(name)?.Value;

    /// <summary>Every header of that name, in order.</summary>
    public IEnumerable<SipHeader> All(string name)
    {
        var canonical = SipHeaderNames.Canonical(name);
        foreach (var item in _items)
        {
            if (item.Is(canonical))
            {
                yield return item;
            }
        }
    }

    /// <summary>Whether a header of that name is there.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Appends a header at the end.</summary>
    /// <exception cref="ArgumentException">See <see cref="SipHeader"/>.</exception>
    public void Add(string name, string value) => _items.Add(new SipHeader(name, value));

    /// <summary>Appends a header at the end; headers are immutable, so one can stand in several messages.</summary>
    public void Add(SipHeader header) => _items.Add(header);

    /// <summary>Puts a header before the first of its name, or on top where there is none (Via, Record-Route, Route).</summary>
    public void Prepend(string name, string value)
    {
        var header = new SipHeader(name, value);
        _items.Insert(Math.Max(0, IndexOf(header.Name)), header);
    }

    /// <summary>Makes this the only header of its name, in the place of the first or at the end.</summary>
    public void Set(string name, string value)
    {
        var header = new SipHeader(name, value);
        var at = IndexOf(header.Name);
        if (at < 0)
        {
            _items.Add(header);
            return;
        }

        Remove(header.Name);
        _items.Insert(at, header);
    }

    /// <summary>Removes every header of that name.</summary>
    public void Remove(string name)
    {
        var canonical = SipHeaderNames.Canonical(name);
        _items.RemoveAll(h => h.Is(canonical));
    }

    /// <summary>Removes the topmost header of that name; false where there is none.</summary>
    public bool RemoveFirst(string name)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            _items.RemoveAt(at);
        }

        return at >= 0;
    }

    /// <summary>Puts another header in the place of the topmost one of its name; appends where there is none.</summary>
    public void ReplaceFirst(string name, string value)
    {
        var header = new SipHeader(name, value);
        var at = IndexOf(header.Name);
        if (at < 0)
        {
            _items.Add(header);
        }
        else
        {
            _items[at] = header;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<SipHeader> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    private int IndexOf(string name)
    {
        // Constants are canonical already; only one-letter names need the table.
        var canonical = name.Length > 1 ? name : SipHeaderNames.Canonical(name);
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Is(canonical))
            {
                return i;
            }
        }

        return -1;
    }
}
