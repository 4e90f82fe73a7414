using Appliance.Calls.Audio;
using Appliance.Dialog;
using Appliance.Dialog.Inputs;
using Appliance.Inference.Vad;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Sessions;

/// <summary>Gives every window of the caller's audio to the detector, and its verdict to the call.</summary>
internal sealed class VoiceDetection(IVoiceActivityDetector detector, VoiceFeed feed, string callId, CallClock clock, CallInbox inbox, ILogger logger)
{
    /// <summary>Runs until the feed ends or the detector is lost.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var stream = detector.Open();
        try
        {
            await foreach (var (window, end) in feed.ReadAsync())
            {
                inbox.Post(new VoiceWindow(end, await detector.DetectAsync(stream, window, cancellationToken)));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception lost)
        {
            SessionLog.EngineLost(logger, callId, EngineStage.VoiceActivity, lost);
            inbox.Post(new EngineFailed(clock.Now, EngineStage.VoiceActivity));
        }
    }
}
