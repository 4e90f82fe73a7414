namespace Appliance.Store.Recordings;

/// <summary>Interleaved 16-bit little-endian PCM. SampleRate in Hz, 8,000 to 48,000; Channels 1 or 2.</summary>
public sealed record RecordingFormat(int SampleRate, int Channels)
{
    internal int BytesPerSecond => SampleRate * Channels * sizeof(short);

    internal bool IsValid => SampleRate is >= 8_000 and <= 48_000 && Channels is 1 or 2;
}
