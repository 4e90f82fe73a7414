using Appliance.Media.Jitter;
using Appliance.Media.Tests.Signals;

namespace Appliance.Media.Tests.Jitter;

/// <summary>A line with any faults in front of a jitter buffer, in time that the test makes.</summary>
internal sealed class JitterLine
{
    private const int Frame = AudioFormat.LineFrameSamples;
    private readonly PriorityQueue<int, (double At, int Order)> _arrivals = new();
    private readonly short[] _sent;

    public JitterLine(JitterBufferOptions? options = null, short[]? audio = null)
    {
        Buffer = new JitterBuffer(options ?? new JitterBufferOptions());
        _sent = audio ?? Tone.MakeVoice(AudioFormat.LineSampleRate, 3000 * Frame);
    }

    public JitterBuffer Buffer { get; }

    public List<short> Heard { get; } = [];

    public List<FrameOrigin> Origins { get; } = [];

    public List<InsertResult> Inserts { get; } = [];

    public short[] Sent => _sent;

    /// <summary>Timestamp of the first packet.</summary>
    public long FirstTimestamp { get; init; } = 10_000;

    /// <summary>Has packet n (20 ms each) arrive so many milliseconds after it was sent.</summary>
    public void Deliver(int packet, double delay) => _arrivals.Enqueue(packet, ((packet * 20) + delay, _arrivals.Count));

    public void DeliverAll(int count, Func<int, double?> delay, int first = 0)
    {
        for (var n = first; n < first + count; n++)
        {
            if (delay(n) is { } ms)
            {
                Deliver(n, ms);
            }
        }
    }

    /// <summary>Runs the ticks; tick k reads at k·20 ms plus the phase.</summary>
    public void Run(int ticks, double phase = 19, Func<int, long>? timestampOf = null)
    {
        timestampOf ??= n => FirstTimestamp + ((long)n * Frame);
        var frame = new short[Frame];
        for (var tick = Origins.Count; tick < ticks; tick++)
        {
            var now = (tick * 20) + phase;
            while (_arrivals.TryPeek(out var packet, out var when) && when.At <= now)
            {
                _arrivals.Dequeue();
                Inserts.Add(Buffer.Insert(timestampOf(packet), _sent.AsSpan(packet * Frame, Frame), TimeSpan.FromMilliseconds(when.At)));
            }

            Origins.Add(Buffer.Read(frame, TimeSpan.FromMilliseconds(now)));
            Heard.AddRange(frame);
        }
    }

    public int Count(FrameOrigin origin, int from = 0) => Origins.Skip(from).Count(o => o == origin);
}
