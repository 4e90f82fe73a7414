using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.UserAgent;

/// <summary>A call that waits to be answered. Exactly one of accept and reject counts; whatever comes later has no effect.</summary>
public sealed class IncomingCall
{
    private readonly InviteServer _server;
    private readonly UserAgentCore _core;

    internal IncomingCall(InviteServer server, UserAgentCore core, SessionDescription? offer)
    {
        _server = server;
        _core = core;
        Offer = offer;
    }

    /// <summary>The INVITE; read only.</summary>
    public SipRequest Invite => _server.Transaction.Request;

    /// <summary>The caller's offer; null where the INVITE had none: what is given to <see cref="AcceptAsync"/> is then the offer.</summary>
    public SessionDescription? Offer { get; }

    /// <summary>The INVITE's Call-ID.</summary>
    public string CallId => Invite.CallId;

    /// <summary>Where the INVITE came from.</summary>
    public IPEndPoint Source => _server.Transaction.Inbound.Peer.EndPoint;

    /// <summary>Cancelled when the caller gives up before an answer (CANCEL, or BYE to the early dialog).</summary>
    public CancellationToken Cancelled => _server.Cancelled;

    /// <summary>Answers 180; done when it was sent.</summary>
    public Task RingAsync() => Post(_server.Ring);

    /// <summary>
    /// Answers 200, repeated until the ACK comes. The call, or null where it was cancelled or refused before, the caller hung up
    /// before its ACK, no ACK came in 64·T1 (BYE was sent), or the ACK brought no usable answer to our offer (BYE was sent).
    /// </summary>
    /// <param name="description">The answer to <see cref="Offer"/>, or our offer where there is none.</param>
    public Task<SipCall?> AcceptAsync(SessionDescription description)
    {
        _core.Queue.Post(() => _server.Accept(description));
        return _server.Accepted;
    }

    /// <summary>Answers a final refusal; done when it was sent.</summary>
    /// <param name="status">300…699.</param>
    /// <param name="reason">Text for people; null takes the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is no refusal.</exception>
    public Task RejectAsync(int status, string? reason = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 699);
        return Post(() => _server.Refuse(status, reason));
    }

    private Task Post(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _core.Queue.Post(() =>
        {
            work();
            done.TrySetResult();
        });
        return done.Task;
    }
}
