using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Speaking;
using Appliance.Media;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;

namespace Appliance.Cli.Tests.Calling;

/// <summary>The media of a <see cref="TestAgent"/>: one line per turn of the caller.</summary>
internal sealed class TestAgentStream(RtpSession session, AgentTap caller, IReadOnlyList<RenderedLine> lines, TimeSpan thinks) : IPacedStream
{
    private static readonly short[] Silence = new short[AudioFormat.FrameSamples];
    private static readonly TimeSpan StopsAfter = TimeSpan.FromMilliseconds(60);

    private readonly TaskCompletionSource _allSaid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _line;
    private int _frame;
    private TimeSpan _answered;
    private TimeSpan? _interrupted;

    public Task AllSaid => _allSaid.Task;

    public void OnTick(long tick)
    {
        var now = session.Now;
        if (_line < lines.Count && _frame < lines[_line].Frames)
        {
            session.SendFrame(lines[_line].Frame(_frame), tick);
            _frame = IsInterrupted(now) ? lines[_line].Frames : _frame + 1;
            return;
        }

        session.SendFrame(Silence, tick);
        if (_line == lines.Count - 1)
        {
            _allSaid.TrySetResult();
        }
        else if (caller.Voice.LastVoice is { } last && last > _answered && now - last >= thinks)
        {
            // Nothing of what was said before is answered again.
            _answered = last;
            _interrupted = null;
            _line++;
            _frame = 0;
        }
    }

    public void OnFault(Exception exception) => _allSaid.TrySetException(exception);

    private bool IsInterrupted(TimeSpan now)
    {
        if (caller.Voice.LastVoice is { } last && last > _answered && now - last < StopsAfter)
        {
            _interrupted ??= last;
        }

        return _interrupted is { } since && now - since >= StopsAfter;
    }
}
