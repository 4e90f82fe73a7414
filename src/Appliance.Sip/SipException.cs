namespace Appliance.Sip;

/// <summary>A lost resource or a broken rule in the SIP stack. What peers do wrong is a value, never this.</summary>
/// <param name="reason">What a caller can act on.</param>
/// <param name="message">Says what failed and what to do about it.</param>
/// <param name="innerException">The cause, where there is one.</param>
public sealed class SipException(SipErrorReason reason, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What a caller can act on.</summary>
    public SipErrorReason Reason { get; } = reason;
}
