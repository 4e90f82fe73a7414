using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Figures;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Host.Records;
using Appliance.Store;
using Appliance.Store.Calls;

namespace Appliance.Cli.Commands;

/// <summary>Where the time of the turns went.</summary>
public static class CallsLatencyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("latency", "Latency of each stage over the turns of stored calls: p50, p95, max.")
        {
            new Option<int>("--last") { Description = "How many calls, from the newest on.", HelpName = "N", DefaultValueFactory = _ => 1_000 },
            JsonOption.Create(),
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            Show(run, await MeasureAsync(store, run.Value<int>("--last"), cancellationToken));
            return CommandLine.Ok;
        }));
        return command;
    }

    private static async Task<LatencyJson> MeasureAsync(ApplianceStore store, int last, CancellationToken cancellationToken)
    {
        var calls = new List<CallRecord>();
        foreach (var summary in (await store.LastCallsAsync(last, cancellationToken)).Where(call => !call.IsErased))
        {
            if (await store.Calls.LoadAsync(summary.Id, CommandRun.Actor, cancellationToken) is { } call)
            {
                calls.Add(call);
            }
        }

        var stages = LatencyStage.All.Select(stage => Stage(
            stage, calls.SelectMany(call => call.Latencies).Where(latency => latency.Stage == stage).Select(latency => latency.Duration)));
        return new LatencyJson(calls.Count, "ms", [.. stages.OfType<StageJson>()]);
    }

    private static StageJson? Stage(string name, IEnumerable<TimeSpan> durations)
    {
        var spread = Spread.Of(durations.Select(duration => (double?)duration.TotalMilliseconds));
        return spread.Count == 0 ? null : new StageJson(name, spread.Count, spread.P50!.Value, spread.P95!.Value, spread.Max!.Value);
    }

    private static void Show(CommandRun run, LatencyJson latency)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json(latency, JsonShapes.Default.LatencyJson);
            return;
        }

        run.Screen.Table(
            ["stage", "turns", "p50 ms", "p95 ms", "max ms"],
            latency.Stages.Select(stage => (string[])[stage.Stage, stage.Turns.ToString(CultureInfo.InvariantCulture), Text(stage.P50), Text(stage.P95), Text(stage.Max)]));
        run.Screen.Line($"{latency.Calls} calls. stt runs within endpointing; total is last voiced sample in to first voiced sample out.");
    }

    private static string Text(double milliseconds) => milliseconds.ToString("F1", CultureInfo.InvariantCulture);
}
