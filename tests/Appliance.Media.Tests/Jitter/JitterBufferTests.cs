using Appliance.Media.Jitter;
using Appliance.Media.Tests.Signals;

namespace Appliance.Media.Tests.Jitter;

public sealed class JitterBufferTests
{
    private const int Frame = AudioFormat.LineFrameSamples;

    [Theory]
    [InlineData(0.1)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(19.9)]
    public void Read_WhenLineIsClean_IsExactAndAddsAtMost40Milliseconds(double phase)
    {
        var line = new JitterLine();
        line.DeliverAll(500, _ => 0.05);
        line.Run(500, phase);
        var delay = line.Origins.IndexOf(FrameOrigin.Received);
        Assert.InRange((delay * 20) + phase, 10, 40);
        Assert.Equal(500 - delay, line.Count(FrameOrigin.Received));
        Assert.Equal(line.Sent.Take((500 - delay) * Frame), line.Heard.Skip(delay * Frame));
        Assert.InRange(line.Buffer.Statistics.CurrentDelay.TotalMilliseconds, 10, 40);
    }

    [Fact]
    public void Read_WhenPacketsComeInAnyOrder_PutsThemInOrder()
    {
        var line = new JitterLine(new JitterBufferOptions { MinimumDelay = TimeSpan.FromMilliseconds(60) });
        // Every pair is swapped: the even ones come just after the odd ones.
        line.DeliverAll(200, n => n % 2 == 0 ? 21 : 0.5);
        line.Run(200);
        Assert.Equal(0, line.Count(FrameOrigin.Concealed, from: 10));
        var (correlation, _) = Tone.Correlate(line.Sent[..(150 * Frame)], [.. line.Heard], 100 * 8);
        Assert.InRange(correlation, 0.99, 1);
    }

    [Fact]
    public void Insert_WhenPacketComesTwice_IsPlayedOnce()
    {
        var line = new JitterLine();
        line.DeliverAll(100, _ => 0.1);
        line.DeliverAll(100, _ => 0.2);
        line.Run(100);
        Assert.Equal(100, line.Inserts.Count(r => r is InsertResult.Duplicate));
        Assert.Equal(0, line.Count(FrameOrigin.Concealed));
        Assert.Equal(line.Sent.Take(50 * Frame), line.Heard.Skip(line.Origins.IndexOf(FrameOrigin.Received) * Frame).Take(50 * Frame));
    }

    [Fact]
    public void Read_WhenOnePacketInTenIsLost_ConcealsJustThose()
    {
        var line = new JitterLine(audio: Tone.Make(200, AudioFormat.LineSampleRate, 400 * Frame));
        line.DeliverAll(300, n => n % 10 == 5 ? null : 0.1);
        line.Run(300);
        Assert.InRange(line.Count(FrameOrigin.Concealed), 29, 30);
        // A steady tone goes on through the gaps: no frame is much quieter or louder than it was sent.
        var level = Tone.RmsOf(line.Sent.AsSpan(0, 50 * Frame));
        for (var i = 5; i < 290; i++)
        {
            var heard = Tone.RmsOf(line.Heard.GetRange(i * Frame, Frame).ToArray());
            Assert.InRange(heard, level * 0.7, level * 1.3);
        }
    }

    [Fact]
    public void Read_WhenJitterGrows_RaisesTheDelayAndStopsLosing()
    {
        var line = new JitterLine();
        line.DeliverAll(250, _ => 0.5);
        line.DeliverAll(1500, n => n * 7919 % 61, first: 250);
        line.Run(1750);
        var statistics = line.Buffer.Statistics;
        Assert.InRange(statistics.TargetDelay.TotalMilliseconds, 60, 90);
        Assert.InRange(statistics.CurrentDelay.TotalMilliseconds, 45, 120);
        Assert.InRange(line.Count(FrameOrigin.Concealed, from: 1000), 0, 20);
    }

    [Fact]
    public void Read_WhenJitterIsOver_LosesTheDelayAgainInPauses()
    {
        var line = new JitterLine();
        line.DeliverAll(500, n => n * 7919 % 81);
        line.DeliverAll(2000, _ => 0.5, first: 500);
        line.Run(2400);
        Assert.InRange(line.Buffer.Statistics.CurrentDelay.TotalMilliseconds, 5, 45);
        Assert.True(line.Buffer.Statistics.Removed > TimeSpan.Zero);
        Assert.Equal(0, line.Count(FrameOrigin.Concealed, from: 600));
    }

    [Fact]
    public void Read_WhenTheDelayOfTheNetworkSteps_FollowsWithinASecond()
    {
        var line = new JitterLine();
        line.DeliverAll(200, _ => 1);
        line.DeliverAll(300, _ => 90, first: 200);
        line.Run(500);
        Assert.Equal(0, line.Count(FrameOrigin.Concealed, from: 250));
        Assert.Equal(0, line.Count(FrameOrigin.Silence, from: 250));
    }

    [Theory]
    [InlineData(1.002)]
    [InlineData(0.998)]
    public void Read_WhenTheClocksDrift_KeepsTheDelay(double rate)
    {
        var line = new JitterLine();
        line.DeliverAll(2500, n => (n * 20 * (rate - 1)) + 10);
        line.Run(2400, phase: 9);
        Assert.InRange(line.Buffer.Statistics.CurrentDelay.TotalMilliseconds, 2, 45);
        Assert.InRange(line.Count(FrameOrigin.Concealed), 0, 24);
    }

    [Fact]
    public void Read_WhenTheSenderPauses_IsSilentAndThenGoesOnAsBefore()
    {
        var line = new JitterLine();
        line.DeliverAll(100, _ => 0.5);
        line.DeliverAll(100, _ => 0.5, first: 300);
        line.Run(400);
        Assert.All(line.Heard.GetRange(150 * Frame, 140 * Frame), s => Assert.Equal(0, s));
        Assert.Equal(FrameOrigin.Silence, line.Origins[250]);
        Assert.InRange(line.Origins.FindIndex(290, o => o is FrameOrigin.Received), 300, 302);
        Assert.Equal(0, line.Count(FrameOrigin.Concealed, from: 302));
    }

    [Theory]
    [InlineData(-2_000_000L)]
    [InlineData(-500L)]
    [InlineData(3_000_000_000L)]
    public void Read_WhenTimestampsJumpWithoutAWord_DoesNotMute(long jump)
    {
        var line = new JitterLine { FirstTimestamp = 5_000_000 };
        line.DeliverAll(300, _ => 0.5);
        line.Run(290, timestampOf: n => 5_000_000 + (n * (long)Frame) + (n >= 100 ? jump : 0));
        Assert.InRange(line.Buffer.Statistics.Resyncs, 0, 1);
        Assert.Equal(140, line.Count(FrameOrigin.Received, from: 150));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(240)]
    [InlineData(480)]
    public void Read_WhenPacketsAreOfAnotherLength_IsExactAllTheSame(int packetSamples)
    {
        var buffer = new JitterBuffer(new JitterBufferOptions { MinimumDelay = TimeSpan.FromMilliseconds(80) });
        var sent = Tone.Make(440, AudioFormat.LineSampleRate, 480 * 100);
        var heard = new List<short>();
        var frame = new short[Frame];
        var next = 0;
        for (var tick = 0; tick < 250; tick++)
        {
            while ((next + packetSamples) / 8 <= tick * 20)
            {
                buffer.Insert(next, sent.AsSpan(next, packetSamples), TimeSpan.FromMilliseconds((next + packetSamples) / 8));
                next += packetSamples;
            }

            if (buffer.Read(frame, TimeSpan.FromMilliseconds(tick * 20)) is FrameOrigin.Received)
            {
                heard.AddRange(frame);
            }
        }

        Assert.True(heard.Count > 220 * Frame);
        Assert.Equal(sent.Take(heard.Count), heard);
    }

    [Fact]
    public void Read_WhenEverythingComesAtOnceAfterAStall_EndsWithinTheMaximumDelay()
    {
        var line = new JitterLine();
        line.DeliverAll(100, _ => 1);
        for (var n = 100; n < 160; n++)
        {
            line.Deliver(n, (160 - n) * 20);
        }

        line.DeliverAll(900, _ => 1, first: 160);
        line.Run(1000);
        Assert.InRange(line.Buffer.Statistics.CurrentDelay.TotalMilliseconds, 5, 230);
        Assert.Equal(0, line.Count(FrameOrigin.Silence, from: 170));
    }

    [Fact]
    public void JitterBuffer_WhenOptionsAreOutOfRange_SaysSo() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new JitterBuffer(new JitterBufferOptions { MaximumDelay = TimeSpan.FromMilliseconds(5) }));
}
