using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;

namespace Appliance.Calls.Audio;

/// <summary>The audio of one call, both ways. Frames are 320 samples, 16 kHz mono; called on the pacer's thread, never blocks.</summary>
public interface IAudioLine
{
    /// <summary>Takes this tick's frame of the caller; it is filled in any case.</summary>
    void Read(Span<short> frame);

    /// <summary>Sends this tick's frame of the agent.</summary>
    void Send(ReadOnlySpan<short> frame, long tick);

    /// <summary>Takes the next key that the caller pressed.</summary>
    bool TryReadDigit(out DtmfDigit digit);

    /// <summary>How long nothing has come, zero while nothing is expected to come.</summary>
    TimeSpan SilentFor { get; }

    /// <summary>What the line was like so far.</summary>
    RtpStatistics? Statistics { get; }
}
