using Microsoft.Extensions.Logging;

namespace Appliance.Media.Rtp;

internal static partial class RtpLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Media now comes from another source than SDP named; replies follow it (local port {Port})")]
    public static partial void Latched(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "A received media packet could not be handled (local port {Port})")]
    public static partial void HandlingFailed(ILogger logger, int port, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Receiving media failed (local port {Port})")]
    public static partial void ReceiveFailed(ILogger logger, int port, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Sending media failed with {Error} (local port {Port})")]
    public static partial void SendFailed(ILogger logger, int port, System.Net.Sockets.SocketError error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The service class of media packets could not be set ({Error})")]
    public static partial void ServiceClassRefused(ILogger logger, System.Net.Sockets.SocketError error);
}
