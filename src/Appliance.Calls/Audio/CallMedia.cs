using Appliance.Calls.Playout;
using Appliance.Media;
using Appliance.Media.Pacing;

namespace Appliance.Calls.Audio;

/// <summary>
/// One call's share of the beat: takes the caller's frame, keeps it, feeds the detector, sends the agent's frame, records both.
/// Allocates nothing per tick once warm.
/// </summary>
internal sealed class CallMedia(IAudioLine line, CallClock clock, CallerAudio caller, VoiceFeed feed, Player player, CallMediaEvents events) : IPacedStream
{
    private readonly short[] _callerFrame = new short[AudioFormat.FrameSamples];
    private readonly short[] _agentFrame = new short[AudioFormat.FrameSamples];
    private long _lastTick = -1;

    /// <inheritdoc/>
    public void OnTick(long tick)
    {
        KeepTime(tick);
        line.Read(_callerFrame);
        caller.Append(_callerFrame);
        feed.Write(_callerFrame, caller.End);
        while (line.TryReadDigit(out var digit))
        {
            events.Digit(digit.Digit);
        }

        // One clock for both directions: what leaves now and what has just come share their time.
        var voice = player.Fill(_agentFrame, AudioFormat.DurationOf(caller.End));
        line.Send(_agentFrame, tick);
        events.Frame(_callerFrame, voice ? _agentFrame : []);
    }

    /// <inheritdoc/>
    public void OnFault(Exception exception) => events.Fault(exception);

    // The position of a sample is its time since answer: the first frame brings the wait for the beat, a stall its length.
    private void KeepTime(long tick)
    {
        var missing = _lastTick < 0
            ? CallerAudio.PositionOf(clock.Now) - AudioFormat.FrameSamples
            : (tick - _lastTick - 1) * AudioFormat.FrameSamples;
        if (missing > 0)
        {
            caller.AppendSilence(missing);
        }

        _lastTick = tick;
    }
}

/// <summary>What a call's media tells its session. All on the pacer's thread.</summary>
/// <param name="Digit">A key was let go.</param>
/// <param name="Frame">A tick's frames, caller and agent; an empty one is silence.</param>
/// <param name="Fault">The media died.</param>
internal sealed record CallMediaEvents(Action<char> Digit, FrameHandler Frame, Action<Exception> Fault);

/// <summary>Takes a tick's frames, 320 samples each or none.</summary>
internal delegate void FrameHandler(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent);
