using Appliance.Sip.Messages;

namespace Appliance.Sip.UserAgent;

/// <summary>
/// BYE to the peer (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-15.1.1">RFC 3261 §15.1.1</see>): the call is over as
/// soon as it is sent, whatever is answered.
/// </summary>
internal static class ByeClient
{
    /// <summary>The task ends when the peer answered, or will not.</summary>
    public static Task Send(CallSession session, SipCallEnd end)
    {
        if (session.IsOver)
        {
            return Task.CompletedTask;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Send(SipMethod.Bye, _ => done.TrySetResult(), _ => done.TrySetResult());
        session.End(end);
        return done.Task;
    }
}
