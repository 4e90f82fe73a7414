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
    private static readonly Option<bool> s_verifyJson = JsonOption.Create();
    private static readonly Option<bool> s_listJson = JsonOption.Create();
    private static readonly Option<long> s_after = new("--after") { Description = "Entries after this one.", HelpName = "SEQ" };
    private static readonly Option<int> s_limit = new("--limit") { Description = "How many.", HelpName = "N", DefaultValueFactory = _ => 1_000 };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var verify = new Command("verify", "Checks the whole trail against its key and its checkpoints.") { s_verifyJson };
        verify.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) => Show(run, await store.Audit.VerifyAsync(cancellationToken))));
        var list = new Command("list", "Lists who did what, when.") { s_after, s_limit, s_listJson };
        list.Runs((run, cancellationToken) => run.WithStoreAsync(async (store, _) =>
        {
            Show(run, await store.Audit.ListAsync(run.Arguments.GetValue(s_after), run.Arguments.GetValue(s_limit), cancellationToken));
            return CommandLine.Ok;
        }));
        return new Command("audit", "The audit trail.") { verify, list };
    }

    private static int Show(CommandRun run, AuditVerification audit)
    {
        if (run.Arguments.GetValue(s_verifyJson))
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
        if (run.Arguments.GetValue(s_listJson))
        {
            run.Json([.. entries.Select(e => new AuditEntryJson(e.Sequence, e.Time, e.Actor, e.Action, e.Subject))], JsonShapes.Default.IReadOnlyListAuditEntryJson);
            return;
        }

        run.Screen.Table(
            ["seq", "time (UTC)", "actor", "action", "subject"],
            entries.Select(e => (string[])[e.Sequence.ToString(CultureInfo.InvariantCulture), e.Time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), e.Actor, e.Action, e.Subject]));
    }
}
