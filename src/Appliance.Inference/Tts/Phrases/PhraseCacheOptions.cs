namespace Appliance.Inference.Tts.Phrases;

/// <summary>How much speech is kept.</summary>
public sealed record PhraseCacheOptions
{
    /// <summary>Bytes of sound kept of texts that are not fixed phrases, 0 to 1 GiB. Default 32 MiB (12 minutes at 22.05 kHz).</summary>
    public long RecentBytes { get; init; } = 32L << 20;

    /// <summary>Longest text that is kept, in characters, 0 to 10,000. Default 400.</summary>
    public int LongestText { get; init; } = 400;
}
