using System.CommandLine;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Inference.Packs;

namespace Appliance.Cli.Commands;

/// <summary>Brings a pack's files in from a folder.</summary>
public static class ModelsImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import", "Brings a pack's files in from a folder: all of them, verified, or none.")
        {
            new Argument<string>("FOLDER") { Description = "Where the files are, a stick for example; folders below it are searched too." },
            new Option<string?>("--pack") { Description = "The pack that they belong to (default: the one in use).", HelpName = "NAME" },
            new Option<PackStageKind[]>("--stage") { Description = "Only this stage; may be given several times.", HelpName = "vad|stt|llm|tts" },
        };
        command.Runs(ImportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var folder = PackFolders.Of(run.Settings()).Find(run.Value<string?>("--pack"));
        var options = new PackImportOptions { Stages = [.. run.Value<PackStageKind[]>("--stage") ?? []] };
        var result = await PackImport.ImportAsync(folder, run.Value<string>("FOLDER"), options, new CopyLines(run), cancellationToken);
        foreach (var problem in result.Problems)
        {
            run.Error.WriteLine($"error: {problem}");
        }

        if (!result.Succeeded)
        {
            run.Error.WriteLine("Nothing was changed.");
            return CommandLine.Failed;
        }

        run.Screen.Line($"{Path.GetFileName(folder)}: {result.Imported.Length} files imported, {result.Unchanged.Length} were in place, {result.Recorded.Length} checksums recorded for the first time.");
        return CommandLine.Ok;
    }

    // Progress<T> would print on a pool thread, after the end.
    private sealed class CopyLines(CommandRun run) : IProgress<PackImportProgress>
    {
        public void Report(PackImportProgress value) =>
            run.Screen.Line($"[{value.Number}/{value.Count}] {value.File}, {value.Bytes / (double)(1 << 20):F1} MiB");
    }
}
