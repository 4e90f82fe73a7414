using Appliance.Inference;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Understanding;

internal static partial class ModelUnderstandingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The language model did not answer within {Budget:F0} ms; its answer is not waited for")]
    public static partial void Late(ILogger logger, double budget);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model did not answer: {Reason}")]
    public static partial void Lost(ILogger logger, EngineErrorReason reason, Exception exception);
}
