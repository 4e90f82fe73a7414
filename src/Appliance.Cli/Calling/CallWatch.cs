using Appliance.Cli.Calling.Speaking;
using Appliance.Media.Rtp;
using Appliance.Sip.UserAgent;

namespace Appliance.Cli.Calling;

/// <summary>Watches a call for whatever ends it but the caller's own wish; the first thing that does counts.</summary>
public sealed class CallWatch : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _over;
    private readonly TaskCompletionSource<CallResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Watches until the token is cancelled by the user.</summary>
    public CallWatch(CancellationToken stopped) => _over = CancellationTokenSource.CreateLinkedTokenSource(stopped);

    /// <summary>Cancelled when the call is over.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>What ended it.</summary>
    public Task<CallResult> Result => _result.Task;

    /// <summary>Runs until the call is over; faults when the caller's own media does.</summary>
    public async Task RunAsync(SipCall call, RtpSession session, CallerStream stream, CallRequest request, TimeProvider time)
    {
        using var beat = new PeriodicTimer(Beat, time);
        var began = session.Now;
        try
        {
            while (await beat.WaitForNextTickAsync(_over.Token))
            {
                if (call.Ended.IsCompletedSuccessfully)
                {
                    await EndAsync(Ended(await call.Ended));
                }
                else if (stream.Faulted.IsFaulted)
                {
                    await stream.Faulted;
                }
                else if (session.SinceLastPacket > request.MediaLimit)
                {
                    await EndAsync(new CallResult(CallEnding.NoMedia, $"No RTP came from the other side for {request.MediaLimit.TotalSeconds:F0} s."));
                }
                else if (session.Now - began > request.TalkLimit)
                {
                    await EndAsync(new CallResult(CallEnding.TimeUp, $"The call was not over after {request.TalkLimit.TotalSeconds:F0} s."));
                }
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // The caller hung up, or the user stopped the command.
            return;
        }
        finally
        {
            await _over.CancelAsync();
        }
    }

    /// <summary>Ends the call for that reason, if it has not ended for another one.</summary>
    public Task EndAsync(CallResult result)
    {
        _result.TrySetResult(result);
        return _over.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    private static CallResult Ended(SipCallEnd end) => end is SipCallEnd.Remote
        ? new CallResult(CallEnding.AgentHungUp, "The agent hung up.")
        : new CallResult(CallEnding.NoMedia, $"The call broke off: {end}.");
}
