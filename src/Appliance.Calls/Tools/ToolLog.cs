using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Tools;

internal static partial class ToolLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId}: tool {Tool} ({Number}) failed")]
    public static partial void Failed(ILogger logger, string callId, int number, string tool, Exception exception);
}
