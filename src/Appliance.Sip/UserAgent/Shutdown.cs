namespace Appliance.Sip.UserAgent;

/// <summary>Takes leave of every peer. Signalling work only.</summary>
internal static class Shutdown
{
    /// <summary>Tells every peer; the task ends when all have answered.</summary>
    public static Task Begin(UserAgentCore core)
    {
        core.IsAccepting = false;
        foreach (var incoming in core.Incoming.Values.ToArray())
        {
            incoming.Refuse(503, reason: null);
        }

        foreach (var outgoing in core.Outgoing.ToArray())
        {
            outgoing.Cancel();
        }

        // §15 lets the callee send BYE only after the ACK; a box that goes away cannot wait for one.
        foreach (var session in core.Sessions.Values.ToArray())
        {
            _ = ByeClient.Send(session, SipCallEnd.Local);
        }

        return core.WhenIdle();
    }

    /// <summary>Forgets what is left.</summary>
    public static void Finish(UserAgentCore core)
    {
        foreach (var session in core.Sessions.Values.ToArray())
        {
            session.End(SipCallEnd.Error);
        }

        foreach (var outgoing in core.Outgoing.ToArray())
        {
            outgoing.Abort();
        }

        core.Layer.Stop();
    }
}
