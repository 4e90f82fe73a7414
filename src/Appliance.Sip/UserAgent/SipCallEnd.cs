namespace Appliance.Sip.UserAgent;

/// <summary>Who or what ended a call.</summary>
public enum SipCallEnd
{
    /// <summary>This side sent BYE.</summary>
    Local,

    /// <summary>The peer sent BYE.</summary>
    Remote,

    /// <summary>The peer did not answer in time: no ACK for the 2xx (RFC 3261 §13.3.1.4).</summary>
    Timeout,

    /// <summary>The offer/answer exchange failed after the call was set up, or the user agent was disposed.</summary>
    Error,
}
