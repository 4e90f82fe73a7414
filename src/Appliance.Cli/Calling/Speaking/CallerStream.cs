using Appliance.Cli.Calling.Listening;
using Appliance.Media;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;

namespace Appliance.Cli.Calling.Speaking;

/// <summary>The caller's media, tick by tick: sends the line that is being said, else silence, and takes the agent's sound.</summary>
public sealed class CallerStream(RtpSession session, AgentAudio agent, CallerRecording? recording) : IPacedStream
{
    private static readonly short[] Silence = new short[AudioFormat.FrameSamples];

    private readonly short[] _heard = new short[AudioFormat.FrameSamples];
    private readonly TaskCompletionSource _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _started = -1;
    private Utterance? _utterance;

    /// <summary>When the first tick ran, by the session's clock; null before.</summary>
    public TimeSpan? Started => Interlocked.Read(ref _started) is >= 0 and var ticks ? new TimeSpan(ticks) : null;

    /// <summary>When the caller's own voice was on the wire.</summary>
    public VoiceSpans Voice { get; } = new();

    /// <summary>Faults when a tick threw and the stream stopped.</summary>
    public Task Faulted => _fault.Task;

    /// <summary>Begins to say a line at the next tick; done when its last frame was sent. One line at a time.</summary>
    public Task<SpokenLine> SayAsync(RenderedLine line)
    {
        var utterance = new Utterance(line);
        return Interlocked.CompareExchange(ref _utterance, utterance, null) is null
            ? utterance.Done
            : throw new InvalidOperationException("The caller is still saying another line.");
    }

    /// <inheritdoc/>
    public void OnTick(long tick)
    {
        Interlocked.CompareExchange(ref _started, session.Now.Ticks, -1);
        session.ReadFrame(_heard, out _);
        var saying = Volatile.Read(ref _utterance);
        var frame = saying is null ? Silence : saying.Frame;
        session.SendFrame(frame, tick);
        if (saying is not null)
        {
            Sent(saying, session.Now);
        }

        recording?.Write(frame, _heard);
        agent.Append(_heard);
    }

    /// <inheritdoc/>
    public void OnFault(Exception exception) => _fault.TrySetException(exception);

    private void Sent(Utterance saying, TimeSpan at)
    {
        if (saying.IsVoiced)
        {
            Voice.Voiced(at);
        }

        if (saying.Advance(at))
        {
            Volatile.Write(ref _utterance, null);
            saying.Complete();
        }
    }

    private sealed class Utterance(RenderedLine line)
    {
        private readonly TaskCompletionSource<SpokenLine> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _next;
        private int _nextVoiced;
        private TimeSpan _first;
        private TimeSpan _last;

        public Task<SpokenLine> Done => _done.Task;

        public ReadOnlySpan<short> Frame => _next < line.Frames ? line.Frame(_next) : Silence;

        public bool IsVoiced => _nextVoiced < line.Voiced.Count && line.Voiced[_nextVoiced] == _next;

        /// <summary>Notes that the frame was sent; true after the last one.</summary>
        public bool Advance(TimeSpan at)
        {
            _nextVoiced += IsVoiced ? 1 : 0;
            _first = line.Voiced.Count > 0 && _next <= line.Voiced[0] ? at : _first;
            _last = line.Voiced.Count == 0 || _next <= line.Voiced[^1] ? at : _last;
            return ++_next >= line.Frames;
        }

        public void Complete() => _done.TrySetResult(new SpokenLine(line, _first, _last));
    }
}
