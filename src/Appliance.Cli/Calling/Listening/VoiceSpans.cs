namespace Appliance.Cli.Calling.Listening;

/// <summary>Collects when there was voice: spans that are parted by silence of at least 200 ms. One writer, any reader.</summary>
public sealed class VoiceSpans
{
    /// <summary>Shortest silence between two spans.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();

    // Room for the spans of a long call, so that the receive loop need not allocate.
    private readonly List<VoiceSpan> _spans = new(4096);

    /// <summary>The last moment of voice; null before the first.</summary>
    public TimeSpan? LastVoice
    {
        get
        {
            lock (_lock)
            {
                return _spans.Count == 0 ? null : _spans[^1].To;
            }
        }
    }

    /// <summary>Takes a voiced packet or frame; silent ones need not be given. Times never go back.</summary>
    public void Voiced(TimeSpan at)
    {
        lock (_lock)
        {
            if (_spans.Count > 0 && at - _spans[^1].To < Gap)
            {
                _spans[^1] = _spans[^1] with { To = at };
            }
            else
            {
                _spans.Add(new VoiceSpan(at, at));
            }
        }
    }

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<VoiceSpan> Snapshot()
    {
        lock (_lock)
        {
            return [.. _spans];
        }
    }
}

/// <summary>Voice without a longer pause.</summary>
/// <param name="From">Its first packet.</param>
/// <param name="To">Its last packet.</param>
public readonly record struct VoiceSpan(TimeSpan From, TimeSpan To);
