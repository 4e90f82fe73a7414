using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Clinic.Callbacks;

namespace Appliance.Cli.Commands;

/// <summary>Lists callbacks.</summary>
public static class CallbacksCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("callbacks", "Lists the people who are to be called back. Reading them is audited.")
        {
            new Option<bool>("--all") { Description = "Also those that are done." },
            JsonOption.Create(),
        };
        command.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            CallbackStatus? status = run.Value<bool>("--all") ? null : CallbackStatus.Open;
            Show(run, await store.Callbacks.ListAsync(status, CommandRun.Actor, cancellationToken));
            return CommandLine.Ok;
        }));
        return command;
    }

    private static void Show(CommandRun run, IReadOnlyList<CallbackTask> tasks)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json([.. tasks.Select(Json)], JsonShapes.Default.IReadOnlyListCallbackJson);
            return;
        }

        run.Screen.Table(
            ["left (UTC)", "status", "name", "phone", "about", "summary", "id"],
            tasks.Select(task => (string[])
            [
                task.LeftAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Word(task.Status),
                task.Request.Name ?? "",
                task.Request.Phone ?? "",
                task.Request.Reason,
                task.Request.Summary,
                task.Id.Value,
            ]));
        run.Screen.Line($"{tasks.Count} callbacks");
    }

    private static CallbackJson Json(CallbackTask task) => new(
        task.Id.Value, Word(task.Status), task.Request.Name, task.Request.Phone, task.Request.Reason, task.Request.Summary, task.LeftBy.ToString(), task.LeftAt);

    private static string Word(CallbackStatus status) => status == CallbackStatus.Open ? "open" : "done";
}
