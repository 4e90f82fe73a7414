using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Tools;

internal static partial class ToolLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: tool {Tool} ({Number}) failed")]
    public static partial void Failed(ILogger logger, string callId, int number, string tool, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: its verified identity was not ended")]
    public static partial void NotEnded(ILogger logger, string callId, Exception exception);
}
