using System.Runtime.InteropServices;
using Appliance.Media.Recording;
using Appliance.Media.Tests.Signals;

namespace Appliance.Media.Tests.Recording;

public sealed class StereoRecorderTests
{
    private const int Frame = AudioFormat.FrameSamples;

    [Fact]
    public async Task Write_WhenBothTalk_PutsTheCallerLeftAndTheAgentRight()
    {
        var caller = Tone.Make(300, 16000, 137 * Frame);
        var agent = Tone.Make(700, 16000, 137 * Frame);
        var (left, right, recorder) = await RecordAsync(137, (r, n) =>
            r.Write(caller.AsSpan(n * Frame, Frame), agent.AsSpan(n * Frame, Frame)));
        Assert.Equal(caller, left);
        Assert.Equal(agent, right);
        Assert.Equal(TimeSpan.FromSeconds(2.74), recorder.Duration);
        Assert.Equal(0, recorder.DroppedTicks);
    }

    [Fact]
    public async Task Write_WhenOneSideIsSilent_KeepsThemAligned()
    {
        var tone = Tone.Make(300, 16000, Frame);
        var (left, right, _) = await RecordAsync(60, (r, n) => r.Write(n % 2 == 0 ? tone : [], n % 2 == 0 ? [] : tone));
        for (var n = 0; n < 60; n++)
        {
            Assert.Equal(n % 2 == 0 ? tone : new short[Frame], left.AsSpan(n * Frame, Frame).ToArray());
            Assert.Equal(n % 2 == 0 ? new short[Frame] : tone, right.AsSpan(n * Frame, Frame).ToArray());
        }
    }

    [Fact]
    public async Task Write_WhenTheSinkHangs_NeverBlocksAndKeepsTheTimeLine()
    {
        const int held = 400;
        const int dropped = 200;
        var gate = new TaskCompletionSource();
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var bytes = new MemoryStream();
        await using var recorder = new StereoRecorder(async (pcm, _) =>
        {
            await gate.Task;
            bytes.Write(pcm.Span);
            if (bytes.Length == held * Frame * 4)
            {
                drained.TrySetResult();
            }
        });
        var marked = Enumerable.Repeat((short)1, Frame).ToArray();
        for (var n = 0; n < held + dropped; n++)
        {
            recorder.Write(marked, []);
        }

        Assert.Equal(dropped, recorder.DroppedTicks);
        gate.SetResult();
        await drained.Task;
        recorder.Write(marked, []);
        await recorder.CompleteAsync();

        var left = Left(bytes.ToArray());
        Assert.Equal((held + dropped + 1) * Frame, left.Length);
        Assert.Equal((held + dropped + 1) * AudioFormat.FrameDuration, recorder.Duration);
        Assert.Equal(dropped, recorder.DroppedTicks);
        Assert.All(left[..(held * Frame)], s => Assert.Equal(1, s));
        Assert.All(left[(held * Frame)..((held + dropped) * Frame)], s => Assert.Equal(0, s));
        Assert.All(left[((held + dropped) * Frame)..], s => Assert.Equal(1, s));
    }

    [Fact]
    public async Task CompleteAsync_WhenTheSinkThrew_ThrowsIt()
    {
        var recorder = new StereoRecorder((_, _) => throw new IOException("disk full"));
        recorder.Write([], []);
        await Assert.ThrowsAsync<IOException>(recorder.CompleteAsync);
    }

    [Fact]
    public async Task Write_AfterTheEnd_IsIgnored()
    {
        var (left, _, recorder) = await RecordAsync(1, (r, _) => r.Write([], []));
        recorder.Write([], []);
        Assert.Equal(Frame, left.Length);
        Assert.Equal(TimeSpan.FromMilliseconds(20), recorder.Duration);
    }

    [Fact]
    public async Task Write_WhenFrameHasAnotherLength_Throws()
    {
        await using var recorder = new StereoRecorder((_, _) => ValueTask.CompletedTask);
        Assert.Throws<ArgumentException>(() => recorder.Write(new short[160], []));
    }

    private static async Task<(short[] Left, short[] Right, StereoRecorder Recorder)> RecordAsync(
        int ticks, Action<StereoRecorder, int> write)
    {
        var bytes = new MemoryStream();
        var recorder = new StereoRecorder((pcm, _) =>
        {
            bytes.Write(pcm.Span);
            return ValueTask.CompletedTask;
        });
        for (var n = 0; n < ticks; n++)
        {
            write(recorder, n);
        }

        await recorder.CompleteAsync();
        return (Left(bytes.ToArray()), Side(bytes.ToArray(), 1), recorder);
    }

    private static short[] Left(byte[] pcm) => Side(pcm, 0);

    private static short[] Side(byte[] pcm, int side)
    {
        var both = MemoryMarshal.Cast<byte, short>(pcm);
        var one = new short[both.Length / 2];
        for (var i = 0; i < one.Length; i++)
        {
            one[i] = both[(2 * i) + side];
        }

        return one;
    }
}
