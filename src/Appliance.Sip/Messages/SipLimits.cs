namespace Appliance.Sip.Messages;

/// <summary>Bounds on what a peer can make us hold; all are checked before memory is taken.</summary>
public sealed record SipLimits
{
    /// <summary>The defaults.</summary>
    public static SipLimits Default { get; } = new();

    /// <summary>Start line, headers and body together, bytes; 1,000…1,048,576, default 65,535 (the largest datagram).</summary>
    public int MaxMessageBytes { get; init; } = 65_535;

    /// <summary>Headers after comma-separated ones were split; 20…1,000, default 200.</summary>
    public int MaxHeaders { get; init; } = 200;

    /// <summary>Start line or one header with its folded lines, bytes; 256…65,535, default 8,192.</summary>
    public int MaxLineBytes { get; init; } = 8_192;

    /// <summary>Body, bytes; 0…1,048,576, default 49,152.</summary>
    public int MaxBodyBytes { get; init; } = 49_152;
}
