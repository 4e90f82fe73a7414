using System.CommandLine;
using Appliance.Cli.Output;
using Appliance.Cli.Running;
using Appliance.Cli.Settings;
using Appliance.Host.Diagnosis;

namespace Appliance.Cli.Commands;

/// <summary>Looks at everything that the appliance needs.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Checks libraries, models, ports, key, data, disk and clock, and says how to mend each. Changes nothing.") { JsonOption.Create() };
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var reading = CommonOptions.Read(run.Arguments);
        Finding[] findings =
        [
            .. reading.Problems.Select(problem => new Finding("settings", problem, FindingState.Fail, "Mend the settings file.")),
            .. await Doctor.RunAsync(reading.Options, run.Time, cancellationToken),
        ];
        var failed = findings.Count(finding => finding.State == FindingState.Fail);
        if (run.Value<bool>("--json"))
        {
            run.Json(new DoctorJson(failed == 0, [.. findings.Select(f => new FindingJson(f.Area, f.State.ToString().ToLowerInvariant(), f.What, f.Mend))]), JsonShapes.Default.DoctorJson);
        }
        else
        {
            Show(run.Screen, findings, failed);
        }

        return failed == 0 ? CommandLine.Ok : CommandLine.Failed;
    }

    private static void Show(Screen screen, Finding[] findings, int failed)
    {
        screen.Table(["", "area", "found"], findings.Select(f => (string[])[Mark(f.State), f.Area, f.What]));
        foreach (var finding in findings.Where(finding => finding.Mend is not null))
        {
            screen.Line($"{Mark(finding.State)} {finding.Area}: {finding.What}");
            screen.Line($"     mend: {finding.Mend}");
        }

        var warned = findings.Count(finding => finding.State == FindingState.Warn);
        screen.Line($"{findings.Length} checks: {findings.Length - failed - warned} ok, {warned} warnings, {failed} failures");
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Ok => "ok",
        FindingState.Warn => "warn",
        _ => "FAIL",
    };
}
