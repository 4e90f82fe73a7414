using System.CommandLine;
using System.Net;
using Appliance.Cli.Running;
using Appliance.Host.Logs;
using Appliance.Host.Options;
using Appliance.Host.Running;
using Microsoft.Extensions.Logging;

namespace Appliance.Cli.Commands;

/// <summary>Runs the appliance.</summary>
public static class ServeCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "serve";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Takes calls until it is stopped (SIGTERM lets calls finish, a second one does not).")
        {
            new Option<string?>("--bind") { Description = "Address that SIP listens on (default 0.0.0.0).", HelpName = "IP" },
            new Option<int?>("--port") { Description = "SIP port, UDP and TCP (default 5060; 0 takes free ones).", HelpName = "N" },
            new Option<string?>("--advertise") { Description = "Address that phones are told, behind NAT.", HelpName = "IP" },
            new Option<string?>("--media-address") { Description = "Address of the callers' audio.", HelpName = "IP" },
            new Option<string?>("--media-ports") { Description = "Ports of the callers' audio (default 20000-20199; 0 as the system gives them).", HelpName = "FIRST-LAST" },
            new Option<int?>("--max-calls") { Description = "Calls at once (default 30).", HelpName = "N" },
            new Option<int?>("--stt-threads") { Description = "Threads of speech recognition (default: one per core, at most 8).", HelpName = "N" },
            new Option<bool>("--no-recording") { Description = "Do not record calls." },
            new Option<double?>("--grace") { Description = "Seconds that calls may go on after a request to stop (default 60).", HelpName = "S" },
            new Option<string?>("--logs") { Description = "Log directory.", HelpName = "DIR" },
            new Option<LogLevel>("--log-level") { Description = "Least level that is logged.", DefaultValueFactory = _ => LogLevel.Information },
        };
        command.Runs(ServeAsync);
        return command;
    }

    private static async Task<int> ServeAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var (options, problems) = ServeOverrides.Apply(Settings.CommonOptions.Read(run.Arguments), Overrides(run.Arguments));
        options.ThrowIfWrong(problems);
        using var loggers = LogSetup.Create(options.LogDirectory, run.Value<LogLevel>("--log-level"));
        await ApplianceService.RunAsync(options, run.Time, loggers, runtime => Ready(run, runtime), cancellationToken);
        return CommandLine.Ok;
    }

    private static ServeOverrides Overrides(ParseResult arguments) => new()
    {
        Address = arguments.GetValue<string?>("--bind"),
        Port = arguments.GetValue<int?>("--port"),
        Advertised = arguments.GetValue<string?>("--advertise"),
        MediaAddress = arguments.GetValue<string?>("--media-address"),
        MediaPorts = arguments.GetValue<string?>("--media-ports"),
        MaxCalls = arguments.GetValue<int?>("--max-calls"),
        SttThreads = arguments.GetValue<int?>("--stt-threads"),
        NoRecording = arguments.GetValue<bool>("--no-recording"),
        GraceSeconds = arguments.GetValue<double?>("--grace"),
        Logs = arguments.GetValue<string?>("--logs"),
    };

    private static void Ready(CommandRun run, ApplianceRuntime runtime)
    {
        IPEndPoint udp = runtime.SipEndPoints[0], tcp = runtime.SipEndPoints[1];
        run.Output.WriteLine($"Ready: SIP on udp {udp} and tcp {tcp}. Stop with Ctrl+C.");
        run.Output.Flush();
    }
}
