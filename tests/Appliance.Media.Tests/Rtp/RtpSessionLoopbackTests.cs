using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Jitter;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;
using Appliance.Media.Tests.Signals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Media.Tests.Rtp;

/// <summary>Two sessions on real sockets with the real pacer between them.</summary>
[Collection(nameof(RealTime))]
public sealed class RtpSessionLoopbackTests
{
    private static readonly RtpSessionOptions Loopback = new() { LocalAddress = IPAddress.Loopback };

    [Theory]
    [InlineData(RtpCodec.Pcmu)]
    [InlineData(RtpCodec.Pcma)]
    public async Task ReadFrame_WhenTheOtherSideTalks_GivesTheSameAudio(RtpCodec codec)
    {
        const int ticks = 100;
        await using var caller = RtpSession.Open(Loopback, TimeProvider.System, NullLogger.Instance);
        await using var agent = RtpSession.Open(Loopback, TimeProvider.System, NullLogger.Instance);
        Connect(caller, agent, codec);
        var voice = Tone.MakeVoice(AudioFormat.SampleRate, ticks * AudioFormat.FrameSamples);
        var talk = new TalkingStream(caller, agent, voice);
        await talk.RunAsync();

        // Word by word: on a busy machine the buffer rightly changes its delay in between.
        var words = Enumerable.Range(0, 5).Select(w => Correlate(voice, talk.Heard, w)).OrderBy(w => w.Correlation).ToList();
        var (correlation, shift) = words[words.Count / 2];
        Assert.True(correlation >= 0.9, $"correlation {correlation} at {shift} samples");
        // 20 to 40 ms of buffer and 5 ms of filters on a quiet machine; never less than the filters and half a frame.
        Assert.InRange(shift, 10 * 16, 200 * 16);
        var statistics = agent.Statistics;
        Assert.Equal(ticks, statistics.Inbound.Packets);
        Assert.Equal(0, statistics.Inbound.Lost);
        Assert.Equal(0, statistics.Inbound.WrongSource);
        Assert.Equal(ticks, caller.Statistics.Outbound.Packets);
        TestContext.Current.SendDiagnosticMessage("{0}: correlation {1:F4}, delay {2:F1} ms", codec, correlation, shift / 16.0);
    }

    [Fact]
    public async Task TryReadDigit_WhenTheOtherSideSendsDigits_GivesThemInOrder()
    {
        await using var caller = RtpSession.Open(Loopback, TimeProvider.System, NullLogger.Instance);
        await using var agent = RtpSession.Open(Loopback, TimeProvider.System, NullLogger.Instance);
        Connect(caller, agent, RtpCodec.Pcmu);
        foreach (var key in "159#0*")
        {
            Assert.Equal(Media.Dtmf.SendDigitResult.Queued, caller.SendDigit(key, TimeSpan.FromMilliseconds(80)));
        }

        var talk = new TalkingStream(caller, agent, new short[80 * AudioFormat.FrameSamples]);
        await talk.RunAsync();
        Assert.Equal("159#0*", talk.Digits);
        Assert.All(talk.DigitDurations, d => Assert.Equal(TimeSpan.FromMilliseconds(80), d));
        Assert.False(caller.IsSendingDigits);
    }

    [Fact]
    public async Task SinceLastPacket_WhenNothingComes_Grows()
    {
        var time = new ManualTimeProvider();
        await using var session = RtpSession.Open(Loopback, time, NullLogger.Instance);
        session.Start(new RtpMediaFormat
        {
            Codec = RtpCodec.Pcmu,
            PayloadType = 0,
            Remote = new IPEndPoint(IPAddress.Loopback, 9),
        });
        time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), session.SinceLastPacket);
        Assert.False(session.ReadFrame(new short[AudioFormat.FrameSamples], out var info));
        Assert.Equal(FrameOrigin.Silence, info.Origin);
    }

    private static (double Correlation, int Shift) Correlate(short[] sent, short[] heard, int word)
    {
        const int wordSamples = AudioFormat.SampleRate * 2 / 5;
        const int maxShift = AudioFormat.SampleRate / 5;
        var from = word * wordSamples;
        return Tone.Correlate(
            sent[from..(from + wordSamples)], heard[from..Math.Min(heard.Length, from + wordSamples + maxShift)], maxShift);
    }

    private static void Connect(RtpSession caller, RtpSession agent, RtpCodec codec)
    {
        var format = new RtpMediaFormat
        {
            Codec = codec,
            PayloadType = codec is RtpCodec.Pcmu ? (byte)0 : (byte)8,
            TelephoneEventPayloadType = 101,
            Remote = agent.LocalRtp,
        };
        caller.Start(format);
        agent.Start(format with { Remote = caller.LocalRtp });
    }

    /// <summary>Each tick: one side sends the next frame of the audio, the other side listens.</summary>
    private sealed class TalkingStream(RtpSession from, RtpSession to, short[] audio) : IPacedStream
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly int _tail = AudioFormat.FrameSamples * 15;
        private int _position;

        public short[] Heard { get; } = new short[audio.Length + (AudioFormat.FrameSamples * 15)];

        public string Digits { get; private set; } = "";

        public List<TimeSpan> DigitDurations { get; } = [];

        public async Task RunAsync()
        {
            using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
            pacer.Add(this);
            await _done.Task;
        }

        public void OnTick(long tick)
        {
            if (_position >= audio.Length + _tail)
            {
                _done.TrySetResult();
                return;
            }

            if (_position < audio.Length)
            {
                from.SendFrame(audio.AsSpan(_position, AudioFormat.FrameSamples), tick);
            }

            to.ReadFrame(Heard.AsSpan(_position, AudioFormat.FrameSamples), out _);
            while (to.TryReadDigit(out var digit))
            {
                Digits += digit.Digit;
                DigitDurations.Add(digit.Duration);
            }

            _position += AudioFormat.FrameSamples;
        }

        public void OnFault(Exception exception) => _done.TrySetException(exception);
    }
}
