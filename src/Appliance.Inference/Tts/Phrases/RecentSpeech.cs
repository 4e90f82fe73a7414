using System.Diagnostics.CodeAnalysis;

namespace Appliance.Inference.Tts.Phrases;

/// <summary>Speech by text and options, bounded in bytes: the one least lately asked for goes first. Not thread-safe.</summary>
internal sealed class RecentSpeech(long bytes)
{
    private readonly Dictionary<PhraseKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = new();

    internal long Bytes { get; private set; }

    internal int Count => _entries.Count;

    internal bool TryGet(PhraseKey key, [NotNullWhen(true)] out SpeechChunk[]? chunks)
    {
        chunks = null;
        if (_entries.TryGetValue(key, out var node))
        {
            _order.Remove(node);
            _order.AddFirst(node);
            chunks = node.Value.Chunks;
        }

        return chunks is not null;
    }

    internal void Add(PhraseKey key, SpeechChunk[] chunks)
    {
        var size = chunks.Sum(chunk => (long)chunk.Samples.Length * sizeof(short));
        if (size > bytes || _entries.ContainsKey(key))
        {
            return;
        }

        _entries.Add(key, _order.AddFirst(new Entry(key, chunks, size)));
        Bytes += size;
        while (Bytes > bytes)
        {
            var oldest = _order.Last!.Value;
            _order.RemoveLast();
            _entries.Remove(oldest.Key);
            Bytes -= oldest.Size;
        }
    }

    private sealed record Entry(PhraseKey Key, SpeechChunk[] Chunks, long Size);
}

/// <summary>What makes two requests sound the same.</summary>
internal readonly record struct PhraseKey(string Text, SpeechOptions Options);
