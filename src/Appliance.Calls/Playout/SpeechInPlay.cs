using Appliance.Dialog;

namespace Appliance.Calls.Playout;

/// <summary>A speech that is being played or waits for its turn. Guarded by the player's lock.</summary>
internal sealed class SpeechInPlay(SpeechId id, string text)
{
    private readonly List<PlayableChunk> _chunks = [];
    private int _chunk;
    private int _position;

    public SpeechId Id => id;

    /// <summary>No more chunks will come.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whether a voiced sample has left.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether everything has left.</summary>
    public bool IsPlayed => IsComplete && _chunk == _chunks.Count;

    public void Add(PlayableChunk chunk)
    {
        // The silence before the first word would only make the caller wait.
        _position = _chunks.Count == 0 ? Math.Min(chunk.Start, chunk.Samples.Length) : _position;
        _chunks.Add(chunk);
    }

    /// <summary>Copies what is there; the number of samples copied, and whether the first voiced sample is among them.</summary>
    public int Read(Span<short> frame, out bool started)
    {
        var copied = 0;
        started = false;
        while (copied < frame.Length && _chunk < _chunks.Count)
        {
            var chunk = _chunks[_chunk];
            var taken = Math.Min(frame.Length - copied, chunk.Samples.Length - _position);
            chunk.Samples.AsSpan(_position, taken).CopyTo(frame[copied..]);
            copied += taken;
            _position += taken;
            if (!HasStarted && _position > chunk.FirstVoiced)
            {
                HasStarted = true;
                started = true;
            }

            if (_position == chunk.Samples.Length)
            {
                _chunk++;
                _position = 0;
            }
        }

        return copied;
    }

    /// <summary>Exactly the words that were played.</summary>
    public string HeardText()
    {
        if (IsPlayed)
        {
            return text;
        }

        var heard = _chunks.Take(_chunk).Select(chunk => chunk.Source.Text);
        if (_chunk < _chunks.Count)
        {
            heard = heard.Append(_chunks[_chunk].TextHeard(_position));
        }

        return string.Join(' ', heard.Where(words => words.Length > 0));
    }
}
