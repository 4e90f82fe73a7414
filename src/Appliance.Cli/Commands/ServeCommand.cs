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

    private static readonly Option<string?> s_address = new("--bind") { Description = "Address that SIP listens on (default 0.0.0.0).", HelpName = "IP" };
    private static readonly Option<int?> s_port = new("--port") { Description = "SIP port, UDP and TCP (default 5060; 0 takes free ones).", HelpName = "N" };
    private static readonly Option<string?> s_advertised = new("--advertise") { Description = "Address that phones are told, behind NAT.", HelpName = "IP" };
    private static readonly Option<string?> s_media = new("--media-address") { Description = "Address of the callers' audio.", HelpName = "IP" };
    private static readonly Option<string?> s_mediaPorts = new("--media-ports") { Description = "Ports of the callers' audio (default 20000-20199; 0 as the system gives them).", HelpName = "FIRST-LAST" };
    private static readonly Option<int?> s_maxCalls = new("--max-calls") { Description = "Calls at once (default 30).", HelpName = "N" };
    private static readonly Option<int?> s_threads = new("--stt-threads") { Description = "Threads of speech recognition (default: one per core, at most 8).", HelpName = "N" };
    private static readonly Option<bool> s_noRecording = new("--no-recording") { Description = "Do not record calls." };
    private static readonly Option<double?> s_grace = new("--grace") { Description = "Seconds that calls may go on after a request to stop (default 60).", HelpName = "S" };
    private static readonly Option<string?> s_logs = new("--logs") { Description = "Log directory.", HelpName = "DIR" };
    private static readonly Option<LogLevel> s_level = new("--log-level") { Description = "Least level that is logged.", DefaultValueFactory = _ => LogLevel.Information };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Takes calls until it is stopped (SIGTERM lets calls finish, a second one does not).")
        {
            s_address, s_port, s_advertised, s_media, s_mediaPorts, s_maxCalls, s_threads, s_noRecording, s_grace, s_logs, s_level,
        };
        command.Runs(ServeAsync);
        return command;
    }

    private static async Task<int> ServeAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var (options, problems) = ServeOverrides.Apply(Settings.CommonOptions.Read(run.Arguments), Overrides(run.Arguments));
        options.ThrowIfWrong(problems);
        using var loggers = LogSetup.Create(options.LogDirectory, run.Arguments.GetValue(s_level));
        await ApplianceService.RunAsync(options, run.Time, loggers, runtime => Ready(run, runtime), cancellationToken);
        return CommandLine.Ok;
    }

    private static ServeOverrides Overrides(ParseResult arguments) => new()
    {
        Address = arguments.GetValue(s_address),
        Port = arguments.GetValue(s_port),
        Advertised = arguments.GetValue(s_advertised),
        MediaAddress = arguments.GetValue(s_media),
        MediaPorts = arguments.GetValue(s_mediaPorts),
        MaxCalls = arguments.GetValue(s_maxCalls),
        SttThreads = arguments.GetValue(s_threads),
        NoRecording = arguments.GetValue(s_noRecording),
        GraceSeconds = arguments.GetValue(s_grace),
        Logs = arguments.GetValue(s_logs),
    };

    private static void Ready(CommandRun run, ApplianceRuntime runtime)
    {
        IPEndPoint udp = runtime.SipEndPoints[0], tcp = runtime.SipEndPoints[1];
        run.Output.WriteLine($"Ready: SIP on udp {udp} and tcp {tcp}. Stop with Ctrl+C.");
        run.Output.Flush();
    }
}
