using Appliance.Dialog;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Sessions;

internal static partial class SessionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Call {CallId}: over after {Seconds:F1} s, {Outcome}, {Turns} turns")]
    public static partial void Ended(ILogger logger, string callId, double seconds, CallOutcome outcome, int turns);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: nothing has come on the line for {Seconds:F0} s; it is given up")]
    public static partial void LineDead(ILogger logger, string callId, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: engine lost: {Stage}")]
    public static partial void EngineLost(ILogger logger, string callId, EngineStage stage, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: the media failed; the call is ended")]
    public static partial void MediaFailed(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Call {CallId}: failed for a fault of our own; the call is ended and its record kept")]
    public static partial void Failed(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: is not recorded")]
    public static partial void NotRecorded(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: the recording is cut off")]
    public static partial void RecordingCut(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: the recording could not be erased")]
    public static partial void RecordingNotErased(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: its record could not be saved")]
    public static partial void NotSaved(ILogger logger, string callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: {Lost} inputs and {Windows} windows of voice were dropped; the machine is overloaded")]
    public static partial void Dropped(ILogger logger, string callId, long lost, long windows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: the recogniser was overloaded; the caller is asked to repeat")]
    public static partial void RecognizerOverloaded(ILogger logger, string callId);
}
