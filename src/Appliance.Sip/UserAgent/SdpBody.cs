using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.UserAgent;

/// <summary>Session descriptions as message bodies.</summary>
internal static class SdpBody
{
    public const string ContentType = "application/sdp";

    /// <summary>False where there is a body that is no session description; a message without body is fine and gives null.</summary>
    public static bool TryRead(SipMessage message, out SessionDescription? description)
    {
        description = null;
        return message.Body.IsEmpty || SessionDescription.TryParse(message.Body.Span, out description);
    }

    public static void Write(SipMessage message, SessionDescription? description)
    {
        if (description is not null)
        {
            message.SetBody(ContentType, description.ToBytes());
        }
    }
}
