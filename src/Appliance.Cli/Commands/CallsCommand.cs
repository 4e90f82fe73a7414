using System.CommandLine;

namespace Appliance.Cli.Commands;

/// <summary>Calls that were held.</summary>
public static class CallsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("calls", "Calls that were held: list, transcript, latency, recording. Reading them is audited.")
    {
        CallsListCommand.Create(),
        CallsShowCommand.Create(),
        CallsLatencyCommand.Create(),
        CallsRecordingCommand.Create(),
    };
}
