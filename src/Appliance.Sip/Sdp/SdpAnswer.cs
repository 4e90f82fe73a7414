namespace Appliance.Sip.Sdp;

/// <summary>An answer and what it agrees to.</summary>
/// <param name="Description">To send.</param>
/// <param name="Audio">The one accepted stream.</param>
public sealed record SdpAnswer(SessionDescription Description, NegotiatedAudio Audio);

/// <summary>Why no stream could be agreed (answer 488).</summary>
public enum SdpRefusal
{
    /// <summary>One was agreed.</summary>
    None,

    /// <summary>No audio section with a port.</summary>
    NoAudio,

    /// <summary>Only profiles other than RTP/AVP, such as RTP/SAVP.</summary>
    UnsupportedProfile,

    /// <summary>No codec in common.</summary>
    NoCommonCodec,

    /// <summary>No usable address: missing, or a host name.</summary>
    NoAddress,

    /// <summary>The answer does not fit the offer's sections.</summary>
    AnswerDoesNotFit,
}
