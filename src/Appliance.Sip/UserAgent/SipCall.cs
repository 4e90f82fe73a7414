using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.UserAgent;

/// <summary>An established call.</summary>
public sealed class SipCall
{
    private readonly CallSession _session;
    private readonly UserAgentCore _core;
    private readonly TaskCompletionSource<SipCallEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SessionDescription? _remoteDescription;
    private volatile Func<SessionDescription, SessionDescription?>? _reofferHandler;

    internal SipCall(CallSession session, UserAgentCore core)
    {
        _session = session;
        _core = core;
        CallId = session.Dialog.Id.CallId;
        Remote = session.Dialog.Remote;
    }

    /// <summary>The dialog's Call-ID.</summary>
    public string CallId { get; }

    /// <summary>The peer as From (incoming) or To (outgoing) named it; personal data, never for logs.</summary>
    public NameAddress Remote { get; }

    /// <summary>The peer's description as last agreed: its offer, or its answer in 2xx or ACK; a re-INVITE replaces it.</summary>
    public SessionDescription? RemoteDescription
    {
        get => _remoteDescription;
        internal set => _remoteDescription = value;
    }

    /// <summary>Ends, without fault, when the call is over.</summary>
    public Task<SipCallEnd> Ended => _ended.Task;

    /// <summary>
    /// Answers a new offer of the peer (re-INVITE); null answers 488 and leaves the call as it was, and so does no handler.
    /// After a re-INVITE without offer it is given the peer's answer, and its result has no meaning. Called on a pool thread.
    /// </summary>
    public Func<SessionDescription, SessionDescription?>? ReofferHandler
    {
        get => _reofferHandler;
        set => _reofferHandler = value;
    }

    /// <summary>Ends the call; the task ends when the peer answered or 64·T1 passed. No effect on a call that is over.</summary>
    public Task ByeAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _core.Queue.Post(() => _ = ForwardAsync(ByeClient.Send(_session, SipCallEnd.Local), done));
        return done.Task;
    }

    /// <summary>Offers another description (hold, new address); the call goes on as it was unless it is agreed.</summary>
    public Task<ReofferOutcome> ReofferAsync(SessionDescription offer)
    {
        var done = new TaskCompletionSource<ReofferOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _core.Queue.Post(new ReinviteClient(_core, _session, offer, done).Start);
        return done.Task;
    }

    internal void SetEnded(SipCallEnd end) => _ended.TrySetResult(end);

    private static async Task ForwardAsync(Task sending, TaskCompletionSource done)
    {
        await sending;
        done.TrySetResult();
    }
}
