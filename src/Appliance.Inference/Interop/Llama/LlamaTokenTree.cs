using System.Text;
using System.Text.Unicode;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// A vocabulary as a tree by the beginnings of its tokens: the parent of "Monday" may be "Mon". A grammar that refuses
/// "Mon" refuses all below it, so that of 128,000 tokens only a few hundred are ever shown to the grammar.
/// </summary>
internal sealed class LlamaTokenTree
{
    private readonly int[] _children;
    private readonly int[] _firstChild;

    /// <param name="pieces">The bytes of each token; empty for control and end tokens, which stand alone.</param>
    internal LlamaTokenTree(IReadOnlyList<byte[]> pieces)
    {
        var parents = ParentsOf(pieces);
        Roots = [.. Enumerable.Range(0, parents.Length).Where(token => parents[token] < 0)];
        _firstChild = new int[parents.Length + 1];
        foreach (var parent in parents)
        {
            _firstChild[parent < 0 ? 0 : parent + 1] += parent < 0 ? 0 : 1;
        }

        for (var token = 0; token < parents.Length; token++)
        {
            _firstChild[token + 1] += _firstChild[token];
        }

        _children = new int[parents.Length - Roots.Length];
        var next = _firstChild[..^1];
        for (var token = 0; token < parents.Length; token++)
        {
            if (parents[token] >= 0)
            {
                _children[next[parents[token]]++] = token;
            }
        }
    }

    /// <summary>Tokens that no other token begins.</summary>
    internal int[] Roots { get; }

    /// <summary>Tokens of which the given one is the longest beginning.</summary>
    internal ReadOnlySpan<int> ChildrenOf(int token) => _children.AsSpan(_firstChild[token].._firstChild[token + 1]);

    /// <summary>
    /// Only whole characters count as a beginning: the library judges half a character by a rule of its own, which
    /// refuses it where a negated class holds one of its completions.
    /// </summary>
    private static int[] ParentsOf(IReadOnlyList<byte[]> pieces)
    {
        var tokens = new Dictionary<string, int>(pieces.Count, StringComparer.Ordinal);
        var keys = new string[pieces.Count];
        for (var token = 0; token < keys.Length; token++)
        {
            keys[token] = Encoding.Latin1.GetString(pieces[token]);
            if (keys[token].Length > 0 && Utf8.IsValid(pieces[token]))
            {
                tokens.TryAdd(keys[token], token);
            }
        }

        var lookup = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        var parents = new int[keys.Length];
        for (var token = 0; token < keys.Length; token++)
        {
            parents[token] = -1;
            for (var length = keys[token].Length - 1; length > 0 && parents[token] < 0; length--)
            {
                parents[token] = lookup.TryGetValue(keys[token].AsSpan(0, length), out var parent) ? parent : -1;
            }
        }

        return parents;
    }
}
