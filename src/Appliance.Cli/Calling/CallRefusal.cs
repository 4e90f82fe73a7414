using Appliance.Sip.UserAgent;

namespace Appliance.Cli.Calling;

/// <summary>Says in words why there was no call.</summary>
internal static class CallRefusal
{
    public static CallResult Of(InviteOutcome outcome, CallRequest request, bool stopped) => outcome.Status switch
    {
        487 when stopped => new CallResult(CallEnding.Stopped, "The call was stopped while it rang."),
        487 => new CallResult(CallEnding.NoAnswer, $"Nobody answered within {request.RingLimit.TotalSeconds:F0} s."),
        408 => new CallResult(CallEnding.NoAnswer, $"Nothing at {request.Target} answered the INVITE (408)."),
        486 or 600 => Refused(outcome, "all lines are busy"),
        488 or 606 => Refused(outcome, "the other side takes none of the codecs PCMU and PCMA over RTP/AVP"),
        404 => Refused(outcome, "the other side knows nobody of that name"),
        401 or 403 or 407 => Refused(outcome, "the other side wants callers to be registered"),
        503 => Refused(outcome, "it cannot be reached or takes no calls now"),
        _ => Refused(outcome, "see the status"),
    };

    private static CallResult Refused(InviteOutcome outcome, string meaning) =>
        new(CallEnding.Refused, $"The call was refused: {outcome.Status} {outcome.Reason} ({meaning}).");
}
