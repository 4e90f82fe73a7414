using System.Net;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Running;

internal static partial class RuntimeLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Taking calls: SIP on udp {Udp} and tcp {Tcp}, media on {Media}, at most {Calls} calls")]
    public static partial void Ready(ILogger logger, IPEndPoint udp, IPEndPoint tcp, IPAddress media, int calls);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: new calls are refused, {Calls} calls may go on for {Seconds:F0} s")]
    public static partial void Stopping(ILogger logger, int calls, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Calls} calls are hung up: the time to finish is over")]
    public static partial void Cut(ILogger logger, int calls);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Calls} calls did not end; their records may be missing")]
    public static partial void NotSaved(ILogger logger, int calls);

    [LoggerMessage(Level = LogLevel.Error, Message = "The last audit checkpoint could not be written")]
    public static partial void NoCheckpoint(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped")]
    public static partial void Stopped(ILogger logger);
}
