using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Packets;

namespace Appliance.Cli.Calling.Listening;

/// <summary>Notes when the agent's voiced packets came off the socket, before any jitter buffer.</summary>
public sealed class AgentTap : IRtpTap
{
    private int _soundType = -1;
    private RtpCodec _codec;
    private long _packets;

    /// <summary>When the agent's voice was on the wire.</summary>
    public VoiceSpans Voice { get; } = new();

    /// <summary>Packets of sound so far.</summary>
    public long Packets => Interlocked.Read(ref _packets);

    /// <summary>Says what was agreed; packets before it are not looked at.</summary>
    public void Expect(RtpMediaFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _codec = format.Codec;
        Volatile.Write(ref _soundType, format.PayloadType);
    }

    /// <inheritdoc/>
    public void OnPacket(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival)
    {
        if (header.PayloadType != Volatile.Read(ref _soundType))
        {
            return;
        }

        Interlocked.Increment(ref _packets);
        if (FrameLevel.IsVoiced(_codec, payload))
        {
            Voice.Voiced(arrival);
        }
    }
}
