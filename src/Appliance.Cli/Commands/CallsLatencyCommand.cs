using System.CommandLine;
using System.Globalization;
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
    private static readonly Option<int> s_last = new("--last") { Description = "How many calls, from the newest on.", HelpName = "N", DefaultValueFactory = _ => 1_000 };
    private static readonly Option<bool> s_json = JsonOption.Create();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("latency", "Latency of each stage over the turns of stored calls: p50, p95, max.") { s_last, s_json };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            Show(run, await MeasureAsync(store, run.Arguments.GetValue(s_last), cancellationToken));
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

        var stages = LatencyStage.All.Select(stage => Stage(stage, [.. calls.SelectMany(call => call.Latencies)
            .Where(latency => latency.Stage == stage).Select(latency => latency.Duration).Order()]));
        return new LatencyJson(calls.Count, "ms", [.. stages.OfType<StageJson>()]);
    }

    private static StageJson? Stage(string name, TimeSpan[] sorted) => sorted.Length == 0
        ? null
        : new StageJson(name, sorted.Length, Quantile.Of(sorted, 0.50).TotalMilliseconds, Quantile.Of(sorted, 0.95).TotalMilliseconds, sorted[^1].TotalMilliseconds);

    private static void Show(CommandRun run, LatencyJson latency)
    {
        if (run.Arguments.GetValue(s_json))
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
