using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm.Batching;

/// <summary>The tokens of one sequence that the model has still to read.</summary>
internal sealed class SequenceFeed(int sequence)
{
    private readonly List<int> _unread = [];
    private int _next;

    internal int Sequence => sequence;

    /// <summary>Tokens that the sequence holds, those of the step in hand included.</summary>
    internal int Position { get; private set; }

    internal int Unread => _unread.Count - _next;

    internal void Add(ReadOnlySpan<int> tokens) => _unread.AddRange(tokens);

    /// <summary>Tells that the sequence was given its first tokens by another one.</summary>
    internal void StartAt(int position) => Position = position;

    /// <summary>Moves what fits into the batch. Returns the place of the last unread token, or −1 when some are left.</summary>
    internal int MoveTo(LlamaBatchBuffer batch, bool wantsLogits)
    {
        var place = -1;
        for (var count = Math.Min(Unread, batch.Room); count > 0; count--)
        {
            var last = Unread == 1;
            var added = batch.Add(_unread[_next++], Position++, sequence, last && wantsLogits);
            place = last ? added : -1;
        }

        if (Unread == 0)
        {
            _unread.Clear();
            _next = 0;
        }

        return place;
    }
}
