namespace Appliance.Sip;

/// <summary>Why a <see cref="SipException"/> was thrown.</summary>
public enum SipErrorReason
{
    /// <summary>Another program holds the port.</summary>
    PortInUse,

    /// <summary>The address to listen on is not one of this machine's, or the port needs more rights.</summary>
    AddressNotAvailable,

    /// <summary>A header that the message must have is missing.</summary>
    MissingHeader,

    /// <summary>The stack was stopped, or not started yet.</summary>
    NotRunning,
}
