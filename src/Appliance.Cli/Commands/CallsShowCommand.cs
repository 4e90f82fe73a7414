using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Host.Failures;
using Appliance.Host.Records;
using Appliance.Store.Calls;

namespace Appliance.Cli.Commands;

/// <summary>Shows one call: transcript and latency of each turn.</summary>
public static class CallsShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("show", "Shows a call's transcript and latencies.")
        {
            new Argument<string>("ID") { Description = "The call's id, as 'calls list' gives it." },
            JsonOption.Create(),
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            var id = run.Value<string>("ID");
            var call = await store.Calls.LoadAsync(id, CommandRun.Actor, cancellationToken)
                ?? throw new ApplianceException(ApplianceErrorReason.StoreUnavailable, $"There is no call {id}. See 'appliance calls list'.");
            Show(run, call);
            return CommandLine.Ok;
        }));
        return command;
    }

    private static void Show(CommandRun run, CallRecord call)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json(Json(call), JsonShapes.Default.CallJson);
            return;
        }

        run.Screen.Line($"{call.Id}: {call.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {(call.EndedAt - call.StartedAt).TotalSeconds:F1} s, {call.Outcome}");
        run.Screen.Line($"caller {call.CallerNumber ?? "unknown"}, appointment {call.AppointmentId ?? "none"}, callback {call.CallbackId ?? "none"}");
        foreach (var turn in call.Turns)
        {
            var cut = turn is { Role: TurnRole.Agent, EndReason: not null } ? " (interrupted)" : "";
            run.Screen.Line($"{turn.From.TotalSeconds,7:F1} {turn.Role.ToString().ToLowerInvariant(),-6} {turn.Text}{cut}");
        }

        run.Screen.Table(
            ["turn", .. LatencyStage.All.Select(stage => stage + " ms")],
            call.Latencies.GroupBy(latency => latency.Turn).Select(turn => (string[])
            [
                turn.Key.ToString(CultureInfo.InvariantCulture),
                .. LatencyStage.All.Select(stage => turn.FirstOrDefault(l => l.Stage == stage)?.Duration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) ?? ""),
            ]));
    }

    private static CallJson Json(CallRecord call) => new(
        call.Id,
        call.StartedAt,
        (call.EndedAt - call.StartedAt).TotalSeconds,
        call.Outcome,
        call.CallerNumber,
        call.AppointmentId,
        call.CallbackId,
        [.. call.Turns.Select(turn => new TurnJson(turn.Role.ToString().ToLowerInvariant(), turn.From.TotalSeconds, turn.To.TotalSeconds, turn.Text, turn.EndReason, turn.Confidence))],
        [.. call.Latencies.Select(latency => new TurnLatencyJson(latency.Turn, latency.Stage, latency.Duration.TotalMilliseconds))]);
}
