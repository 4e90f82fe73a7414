namespace Appliance.Media.Recording;

/// <summary>
/// Takes the next piece of a recording: raw PCM, 16 bits little-endian, 16 kHz, two channels interleaved (left the
/// caller, right the agent). The memory is lent until the returned task ends.
/// </summary>
public delegate ValueTask RecordingSink(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken);
