using Microsoft.Extensions.Logging;

namespace Appliance.Media.Pacing;

internal static partial class PacerLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A media stream threw on tick {Tick} and was removed from the pacer")]
    public static partial void StreamFaulted(ILogger logger, long tick, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A media stream threw while it was told of its removal")]
    public static partial void FaultHandlerFaulted(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The pacer stood still; {Skipped} ticks of 20 ms were given up")]
    public static partial void TicksSkipped(ILogger logger, long skipped);
}
