using System.Net;
using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Reports;
using Appliance.Cli.Calling.Speaking;
using Appliance.Media.Codecs;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging;

namespace Appliance.Cli.Calling;

/// <summary>Places one real call over SIP and RTP, talks, and measures.</summary>
public sealed class PlacedCall(CallRequest request, CallerEngines engines, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<PlacedCall>();
    private readonly AgentTap _tap = new();

    /// <summary>Runs the call to its end.</summary>
    /// <param name="log">Takes down what is said.</param>
    /// <param name="stopped">The user's wish to stop; the call is ended properly then.</param>
    /// <exception cref="Appliance.Sip.SipException">No SIP port could be had.</exception>
    /// <exception cref="Appliance.Media.MediaException">No media port could be had.</exception>
    public async Task<CallMeasures> RunAsync(CallLog log, CancellationToken stopped)
    {
        var address = await LocalAddress.FacingAsync(request.Target, stopped);
        await using var session = RtpSession.Open(new RtpSessionOptions { LocalAddress = address, Tap = _tap }, time, _logger);
        await using var agent = new SipUserAgent(CallerOptions.For(request, address), time, loggers);
        await agent.StartAsync(stopped);
        var local = new LocalMedia { Address = address, Port = session.LocalRtp.Port };
        var offer = SdpNegotiation.Offer(local);
        var dialled = session.Now;
        var outcome = await InviteAsync(agent, offer, stopped);
        var measures = new CallMeasures { SetUp = session.Now - dialled, Answered = session.Now };
        if (outcome.Call is not { } call)
        {
            return measures with { Result = CallRefusal.Of(outcome, request, stopped.IsCancellationRequested) };
        }

        log.Answered(session.Now, call.CallId);
        if (FormatOf(call, offer, local, out var refusal) is not { } format)
        {
            await call.ByeAsync();
            return measures with { Result = new CallResult(CallEnding.NoMedia, $"The answer brought no usable audio: {refusal}.") };
        }

        _tap.Expect(format);
        session.Start(format);
        return await TalkAsync(call, session, log, measures, stopped);
    }

    private static RtpMediaFormat? FormatOf(SipCall call, SessionDescription offer, LocalMedia local, out SdpRefusal refusal)
    {
        refusal = SdpRefusal.NoAudio;
        if (call.RemoteDescription is not { } answer || SdpNegotiation.Accept(offer, answer, local, out refusal) is not { } audio)
        {
            return null;
        }

        return new RtpMediaFormat
        {
            Codec = RtpCodecNames.TryParse(audio.Codec, out var codec) ? codec : throw new InvalidOperationException($"{audio.Codec} was not offered."),
            PayloadType = (byte)audio.PayloadType,
            TelephoneEventPayloadType = (byte?)audio.TelephoneEventPayloadType,
            Remote = audio.Remote,
            RemoteRtcp = audio.RemoteRtcp,
            Sends = audio.Direction.HasFlag(MediaDirection.SendOnly),
            Receives = audio.Direction.HasFlag(MediaDirection.ReceiveOnly),
        };
    }

    private async Task<InviteOutcome> InviteAsync(SipUserAgent agent, SessionDescription offer, CancellationToken stopped)
    {
        using var limit = new CancellationTokenSource(request.RingLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopped);
        return await agent.InviteAsync(request.Target, new OutgoingInvite { Offer = offer }, either.Token);
    }

    private async Task<CallMeasures> TalkAsync(SipCall call, RtpSession session, CallLog log, CallMeasures measures, CancellationToken stopped)
    {
        var audio = new AgentAudio(request.TalkLimit + TimeSpan.FromSeconds(10));
        var ear = new AgentEar(audio, engines.Detector, engines.Recognizer);
        await using var recording = request.RecordTo is { } path ? new CallerRecording(path) : null;
        var stream = new CallerStream(session, audio, recording);
        var caller = new SimulatedCaller(request, session, stream, ear, log, time);
        using var watch = new CallWatch(stopped);
        using var pacer = new MediaPacer(time, _logger);
        pacer.Add(stream);
        var listening = ear.ListenAsync(CancellationToken.None);
        var watching = watch.RunAsync(call, session, stream, request, time);
        try
        {
            await caller.TalkAsync(watch.Over);
            await watch.EndAsync(new CallResult(CallEnding.CallerHungUp, "All was said, and the caller hung up."));
        }
        catch (OperationCanceledException) when (watch.Over.IsCancellationRequested)
        {
            _logger.LogDebug("The talk ended from outside");
        }
        finally
        {
            await watch.EndAsync(new CallResult(CallEnding.Stopped, "The call was stopped."));
            await call.ByeAsync();
            pacer.Remove(stream);
            audio.Complete();
            await Task.WhenAll(watching, listening);
        }

        caller.HearTheRest();
        return measures with
        {
            Result = ResultOf(await watch.Result, caller.IsThrough),
            Talked = session.Now - measures.Answered,
            AgentVoice = _tap.Voice.Snapshot(),
            CallerVoice = stream.Voice.Snapshot(),
            Media = session.Statistics,
        };
    }

    private CallResult ResultOf(CallResult result, bool isThrough) => result.Ending is CallEnding.AgentHungUp && !isThrough && request.Recorded is null
        ? new CallResult(CallEnding.CutShort, "The agent hung up before all was said.")
        : result;
}
