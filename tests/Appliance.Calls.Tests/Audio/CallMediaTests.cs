using Appliance.Calls.Audio;
using Appliance.Calls.Playout;
using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tests.Engines;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Audio;

public class CallMediaTests
{
    [Fact]
    public async Task OnTick_OnceWarm_AllocatesNothing()
    {
        var caller = new CallerAudio();
        var feed = new VoiceFeed();
        var player = new Player(_ => { });
        await using var recorder = new CallRecorder(new KeptCalls(), new CallIdentity("call-1", null), isOn: true, NullLogger.Instance);
        var media = new CallMedia(new QuietLine(), new CallClock(TimeProvider.System), caller, feed, player, new CallMediaEvents(_ => { }, recorder.Write, _ => { }));
        var tick = 0L;

        // Warms up code, buffers and queues; each second of audio is given back as in a call.
        Tick(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tick(500);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(caller.BlockCount, 1, 3);

        void Tick(int count)
        {
            for (var i = 0; i < count; i++)
            {
                media.OnTick(++tick);
                caller.Forget(TimeSpan.FromMilliseconds((tick * 20) - 1_500));
            }
        }
    }

    [Fact]
    public void OnTick_AfterTheMachineStoodStill_FillsTheGapWithSilence()
    {
        var caller = new CallerAudio();
        var media = new CallMedia(
            new QuietLine(), new CallClock(new ManualTimeProvider()), caller, new VoiceFeed(), new Player(_ => { }), new CallMediaEvents(_ => { }, (_, _) => { }, _ => { }));
        media.OnTick(1);
        media.OnTick(2);
        media.OnTick(12);

        Assert.Equal(12 * 320, caller.End);
    }

    /// <summary>A line on which nobody speaks.</summary>
    private sealed class QuietLine : IAudioLine
    {
        public TimeSpan SilentFor => TimeSpan.Zero;

        public RtpStatistics? Statistics => null;

        public void Read(Span<short> frame) => frame.Clear();

        public void Send(ReadOnlySpan<short> frame, long tick) => ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, 320);

        public bool TryReadDigit(out DtmfDigit digit)
        {
            digit = default;
            return false;
        }
    }
}
