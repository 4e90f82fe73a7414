using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Store;
using Appliance.Store.Calls;

namespace Appliance.Cli.Commands;

/// <summary>Lists calls, newest first.</summary>
public static class CallsListCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "Lists calls, newest first.")
        {
            new Option<int>("--last") { Description = "How many.", HelpName = "N", DefaultValueFactory = _ => 50 },
            JsonOption.Create(),
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            Show(run, store, await store.LastCallsAsync(run.Value<int>("--last"), cancellationToken));
            return CommandLine.Ok;
        }));
        return command;
    }

    private static void Show(CommandRun run, ApplianceStore store, IReadOnlyList<CallSummary> calls)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json([.. calls.Select(call => Json(store, call))], JsonShapes.Default.IReadOnlyListCallSummaryJson);
            return;
        }

        run.Screen.Table(
            ["started (UTC)", "seconds", "outcome", "appointment", "callback", "recorded", "id"],
            calls.Select(call => (string[])
            [
                call.StartedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Seconds(call).ToString("F1", CultureInfo.InvariantCulture),
                call.Outcome,
                call.AppointmentId ?? "",
                call.CallbackId ?? "",
                call.IsErased ? "erased" : store.Recordings.Exists(call.Id) ? "yes" : "no",
                call.Id,
            ]));
        run.Screen.Line($"{calls.Count} calls");
    }

    private static CallSummaryJson Json(ApplianceStore store, CallSummary call) => new(
        call.Id, call.StartedAt, Seconds(call), call.Outcome, call.AppointmentId, call.CallbackId, call.IsErased, store.Recordings.Exists(call.Id));

    private static double Seconds(CallSummary call) => (call.EndedAt - call.StartedAt).TotalSeconds;
}
