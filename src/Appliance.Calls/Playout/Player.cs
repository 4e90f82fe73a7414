using Appliance.Dialog;
using Appliance.Dialog.Inputs;

namespace Appliance.Calls.Playout;

/// <summary>
/// What the agent says, frame by frame. The pacer pulls; pausing and cutting take effect with the next frame, and resuming goes on
/// at the very sample. Tells of starts and ends through the handler given, on the pacer's thread.
/// </summary>
internal sealed class Player(Action<DialogInput> report)
{
    private readonly Lock _lock = new();
    private readonly Queue<SpeechInPlay> _queue = new();
    private bool _isPaused;

    /// <summary>Puts a speech behind those that are there.</summary>
    public SpeechInPlay Enqueue(SpeechId id, string text)
    {
        var speech = new SpeechInPlay(id, text);
        lock (_lock)
        {
            _queue.Enqueue(speech);
        }

        return speech;
    }

    /// <summary>Adds sound to a speech.</summary>
    public void Add(SpeechInPlay speech, PlayableChunk chunk)
    {
        lock (_lock)
        {
            speech.Add(chunk);
        }
    }

    /// <summary>No more sound will come for it.</summary>
    public void Complete(SpeechInPlay speech)
    {
        lock (_lock)
        {
            speech.IsComplete = true;
        }
    }

    /// <summary>Sends silence from the next frame on.</summary>
    public void Pause()
    {
        lock (_lock)
        {
            _isPaused = true;
        }
    }

    /// <summary>Goes on where it stopped.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _isPaused = false;
        }
    }

    /// <summary>Drops everything; what was heard of each speech, in order.</summary>
    public IReadOnlyList<PlaybackCut> Cut(TimeSpan now)
    {
        lock (_lock)
        {
            PlaybackCut[] cut = [.. _queue.Select(speech => new PlaybackCut(now, speech.Id, speech.HeardText()))];
            _queue.Clear();
            _isPaused = false;
            return cut;
        }
    }

    /// <summary>Fills a frame, with silence where nothing is to be said; whether it holds any speech.</summary>
    public bool Fill(Span<short> frame, TimeSpan now)
    {
        DialogInput? started = null;
        DialogInput? ended = null;
        var copied = 0;
        lock (_lock)
        {
            if (!_isPaused && _queue.TryPeek(out var speech))
            {
                copied = speech.Read(frame, out var first);
                started = first ? new PlaybackStarted(now, speech.Id) : null;
                if (speech.IsPlayed)
                {
                    _queue.Dequeue();
                    ended = new PlaybackEnded(now, speech.Id, speech.HeardText());
                }
            }
        }

        frame[copied..].Clear();
        if (started is not null)
        {
            report(started);
        }

        if (ended is not null)
        {
            report(ended);
        }

        return copied > 0;
    }
}
