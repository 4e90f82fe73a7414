using Appliance.Inference.Packs;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Engines;

internal static partial class EngineLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Model pack {Pack} {Version} checked in {Elapsed:F0} ms, {Problems} problems")]
    public static partial void Checked(ILogger logger, string pack, string version, double elapsed, int problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "DEGRADED, stage {Stage}: {Problem} {Effect}")]
    public static partial void Degraded(ILogger logger, PackStageKind stage, string problem, string effect);

    [LoggerMessage(Level = LogLevel.Information, Message = "Engines are warm after {Elapsed:F0} ms; {Total:F0} ms in all")]
    public static partial void Warm(ILogger logger, double elapsed, double total);
}
