using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Store.Audit;

namespace Appliance.Cli.Commands;

/// <summary>The audit trail.</summary>
public static class AuditCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var verify = new Command("verify", "Checks the whole trail against its key and its checkpoints.") { JsonOption.Create() };
        verify.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) => Show(run, await store.Audit.VerifyAsync(cancellationToken))));
        var list = new Command("list", "Lists who did what, when.")
        {
            new Option<long>("--after") { Description = "Entries after this one.", HelpName = "SEQ" },
            new Option<int>("--limit") { Description = "How many.", HelpName = "N", DefaultValueFactory = _ => 1_000 },
            JsonOption.Create(),
        };
        list.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            Show(run, await store.Audit.ListAsync(run.Value<long>("--after"), run.Value<int>("--limit"), cancellationToken));
            return CommandLine.Ok;
        }));
        return new Command("audit", "The audit trail.") { verify, list };
    }

    private static int Show(CommandRun run, AuditVerification audit)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json(
                new AuditJson(audit.IsSound, audit.Entries, audit.Checkpoints, audit.LastEntry, [.. audit.Faults.Select(fault => new AuditFaultJson(fault.Kind.ToString(), fault.Sequence))]),
                JsonShapes.Default.AuditJson);
        }
        else if (audit.IsSound)
        {
            run.Screen.Line($"The audit trail is sound: {audit.Entries} entries, {audit.Checkpoints} checkpoints.");
        }
        else
        {
            run.Screen.Table(["fault", "at"], audit.Faults.Select(fault => (string[])[fault.Kind.ToString(), fault.Sequence.ToString(CultureInfo.InvariantCulture)]));
            run.Error.WriteLine($"error: The audit trail has {audit.Faults.Count} faults. Keep these files as evidence and restore the last backup.");
        }

        return audit.IsSound ? CommandLine.Ok : CommandLine.Failed;
    }

    private static void Show(CommandRun run, List<AuditEntry> entries)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json([.. entries.Select(e => new AuditEntryJson(e.Sequence, e.Time, e.Actor, e.Action, e.Subject))], JsonShapes.Default.IReadOnlyListAuditEntryJson);
            return;
        }

        run.Screen.Table(
            ["seq", "time (UTC)", "actor", "action", "subject"],
            entries.Select(e => (string[])[e.Sequence.ToString(CultureInfo.InvariantCulture), e.Time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), e.Actor, e.Action, e.Subject]));
    }
}
