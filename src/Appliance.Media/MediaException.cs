namespace Appliance.Media;

/// <summary>Why a media resource could not be had or used.</summary>
public enum MediaErrorReason
{
    /// <summary>Every even/odd port pair of the range is in use.</summary>
    PortsExhausted,

    /// <summary>The local address does not exist on this machine or may not be bound.</summary>
    AddressUnavailable,

    /// <summary>A WAV file cannot be read; the message names what is wrong.</summary>
    BadWav,
}

/// <summary>A media resource was lost or never there; <see cref="Reason"/> says which kind.</summary>
public sealed class MediaException : Exception
{
    public MediaException(MediaErrorReason reason, string message, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
    }

    /// <summary>What kind of failure this is.</summary>
    public MediaErrorReason Reason { get; }
}
