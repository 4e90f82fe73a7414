namespace Appliance.Inference.Llm.Batching;

/// <summary>The shared prefixes in memory, each in a sequence of its own. Those in use are never given up.</summary>
/// <param name="firstSequence">Sequences from this one on are the shelf's.</param>
/// <param name="places">How many.</param>
/// <param name="remove">Empties a sequence.</param>
internal sealed class PrefixShelf(int firstSequence, int places, Action<int> remove)
{
    // A shorter beginning costs less to read again than a place on the shelf is worth.
    internal const int LeastTokens = 16;

    private readonly SharedPrefix?[] _prefixes = new SharedPrefix?[places];
    private long _uses;

    /// <summary>Tokens that all of them hold.</summary>
    internal int Tokens => _prefixes.Sum(prefix => prefix?.Tokens.Length ?? 0);

    internal IEnumerable<SharedPrefix> Unread => _prefixes.OfType<SharedPrefix>().Where(prefix => !prefix.IsRead);

    /// <summary>The prefix with these tokens, or null.</summary>
    internal SharedPrefix? Find(int[] tokens) =>
        Array.Find(_prefixes, prefix => prefix is not null && prefix.Tokens.AsSpan().SequenceEqual(tokens));

    /// <summary>Puts a prefix on the shelf, in the place of one out of use if need be; null when all are in use or it is too short.</summary>
    internal SharedPrefix? Add(int[] tokens)
    {
        if (tokens.Length < LeastTokens || (Array.IndexOf(_prefixes, null) < 0 && !GiveUpOne(except: null)))
        {
            return null;
        }

        var place = Array.IndexOf(_prefixes, null);
        return _prefixes[place] = new SharedPrefix(firstSequence + place, tokens);
    }

    internal void Use(SharedPrefix prefix)
    {
        prefix.Users++;
        prefix.LastUse = ++_uses;
    }

    /// <summary>Gives up the prefix that has been out of use for longest; false when none is.</summary>
    internal bool GiveUpOne(SharedPrefix? except)
    {
        var oldest = _prefixes.Where(prefix => prefix is { Users: 0 } && prefix != except).MinBy(prefix => prefix!.LastUse);
        if (oldest is null)
        {
            return false;
        }

        remove(oldest.Feed.Sequence);
        _prefixes[Array.IndexOf(_prefixes, oldest)] = null;
        return true;
    }

    /// <summary>Forgets all, in use or not.</summary>
    internal void Clear()
    {
        foreach (var prefix in _prefixes.OfType<SharedPrefix>())
        {
            remove(prefix.Feed.Sequence);
        }

        Array.Clear(_prefixes);
    }
}
