using Appliance.Sip.Sdp;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Reception;

internal static partial class ReceptionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Call {CallId}: answered, media on port {Port}")]
    public static partial void Answered(ILogger logger, string callId, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call was refused: {Most} calls are being held, which is the most (maxCalls)")]
    public static partial void Busy(ILogger logger, int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call was refused: no media port is free")]
    public static partial void NoPort(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call was refused: no media in common ({Refusal})")]
    public static partial void NoMedia(ILogger logger, SdpRefusal refusal);

    [LoggerMessage(Level = LogLevel.Information, Message = "Call {CallId}: the caller gave up before it was answered")]
    public static partial void GivenUp(ILogger logger, string callId);
}
