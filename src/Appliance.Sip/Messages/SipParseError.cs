namespace Appliance.Sip.Messages;

/// <summary>Why bytes are no good SIP message.</summary>
public enum SipParseError
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>Nothing but line breaks: a keep-alive (RFC 5626 §3.5.1).</summary>
    Empty,

    /// <summary>Larger than <see cref="SipLimits.MaxMessageBytes"/> (513).</summary>
    MessageTooLarge,

    /// <summary>The start line is neither a request line nor a status line.</summary>
    BadStartLine,

    /// <summary>A version other than SIP/2.0 (505).</summary>
    UnsupportedVersion,

    /// <summary>The Request-URI is no URI.</summary>
    BadRequestUri,

    /// <summary>A line longer than <see cref="SipLimits.MaxLineBytes"/>.</summary>
    LineTooLong,

    /// <summary>More headers than <see cref="SipLimits.MaxHeaders"/>.</summary>
    TooManyHeaders,

    /// <summary>The bytes end inside a header line.</summary>
    HeadersNotEnded,

    /// <summary>A header line without a name and colon, or with a stray carriage return.</summary>
    BadHeaderLine,

    /// <summary>A header that the stack relies on does not follow its grammar.</summary>
    BadHeaderValue,

    /// <summary>A header that may stand once stands twice.</summary>
    DuplicateHeader,

    /// <summary>Via, From, To, Call-ID or CSeq is missing.</summary>
    MissingHeader,

    /// <summary>The method in CSeq is not that of the request line.</summary>
    MethodMismatch,

    /// <summary>Content-Length is larger than <see cref="SipLimits.MaxBodyBytes"/> (413).</summary>
    BodyTooLarge,

    /// <summary>Fewer bytes follow than Content-Length says.</summary>
    BodyTruncated,
}
