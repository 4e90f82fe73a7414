using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Clinic;
using Appliance.Media.Rtp;
using Appliance.Sip.Messages;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Reception;

/// <summary>Takes calls: each gets its media, its session and its record.</summary>
public sealed class CallReception
{
    private readonly ReceptionOptions _options;
    private readonly CallServices _services;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private int _active;
    private TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A reception that holds no call yet.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CallReception(ReceptionOptions options, CallServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        }

        _options = options;
        _services = services;
        _logger = services.Loggers.CreateLogger<CallReception>();
        _idle.SetResult();
    }

    /// <summary>Calls that are being held now.</summary>
    public int ActiveCalls => Volatile.Read(ref _active);

    /// <summary>
    /// Answers or refuses a call, and returns when it is over and its record is saved. Cancelling hangs up. Fits
    /// <see cref="SipUserAgent.IncomingCallHandler"/>.
    /// </summary>
    public async Task AnswerAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!TryEnter())
        {
            ReceptionLog.Busy(_logger, _options.MaxCalls);
            await call.RejectAsync(486);
            return;
        }

        try
        {
            await HoldAsync(call, cancellationToken);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Returns when no call is being held.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task HoldAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var media = new RtpSessionOptions { LocalAddress = _options.MediaAddress, Ports = _options.MediaPorts };
        if (RtpSession.TryOpen(media, _services.Time, _logger, out var opened) is not RtpOpenResult.Opened)
        {
            ReceptionLog.NoPort(_logger);
            await call.RejectAsync(503);
            return;
        }

        await using var rtp = opened!;
        var agreement = new MediaAgreement(rtp);
        var identity = new CallIdentity(Identifier.New("call"), NumberOf(call.Invite));
        if (await AcceptAsync(call, agreement, identity) is not { } sip)
        {
            return;
        }

        ReceptionLog.Answered(_logger, identity.CallId, rtp.LocalRtp.Port);
        sip.ReofferHandler = offer => agreement.Answer(offer, out _);
        await using var session = new CallSession(identity, new SipCallLine(sip), new RtpAudioLine(rtp, agreement), _services, _options.Session);
        await session.RunAsync(cancellationToken);
    }

    private async Task<SipCall?> AcceptAsync(IncomingCall call, MediaAgreement agreement, CallIdentity identity)
    {
        var description = agreement.Offer();
        if (call.Offer is { } offer)
        {
            if (agreement.Answer(offer, out var refusal) is not { } answer)
            {
                ReceptionLog.NoMedia(_logger, refusal);
                await call.RejectAsync(488);
                return null;
            }

            description = answer;
        }

        var sip = await call.AcceptAsync(description);
        if (sip is null)
        {
            ReceptionLog.GivenUp(_logger, identity.CallId);
        }
        else if (call.Offer is null && !agreement.Accept(description, sip.RemoteDescription))
        {
            await sip.ByeAsync();
            return null;
        }

        return sip;
    }

    // No more than the caller's own word; anonymous callers have none (RFC 3323 §4.1.1.3).
    private static string? NumberOf(SipRequest invite) =>
        invite.From.Uri.UnescapedUser is { } user && user != "anonymous" ? user : null;

    private bool TryEnter()
    {
        lock (_lock)
        {
            if (_active >= _options.MaxCalls)
            {
                return false;
            }

            if (_active++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_active == 0)
            {
                _idle.TrySetResult();
            }
        }
    }
}
