using System.CommandLine;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Inference.Packs;

namespace Appliance.Cli.Commands;

/// <summary>Lists model packs without hashing them.</summary>
public static class ModelsListCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "Lists the model packs and whether their files are there.") { JsonOption.Create() };
        command.Runs((run, _) =>
        {
            var folders = PackFolders.Of(run.Settings());
            Show(run, folders, [.. folders.All().Select(folder => (folder, ModelPack.Load(folder)))]);
            return Task.FromResult(CommandLine.Ok);
        });
        return command;
    }

    private static void Show(CommandRun run, PackFolders folders, IReadOnlyList<(string Folder, PackReading Reading)> packs)
    {
        if (run.Value<bool>("--json"))
        {
            run.Json([.. packs.Select(pack => Json(folders, pack.Folder, pack.Reading))], JsonShapes.Default.IReadOnlyListPackJson);
            return;
        }

        run.Screen.Table(
            ["pack", "version", "in use", "files", "stages"],
            packs.Select(pack => (string[])
            [
                Path.GetFileName(pack.Folder),
                pack.Reading.Pack?.Version ?? "",
                pack.Folder == folders.InUse ? "yes" : "",
                pack.Reading.IsSound ? "ok" : $"{pack.Reading.Problems.Length} problems",
                string.Join(", ", (pack.Reading.Pack?.Stages ?? []).Select(stage => $"{stage.Kind.ToString().ToLowerInvariant()} ({stage.Engine})")),
            ]));
        foreach (var (_, reading) in packs.Where(pack => pack.Reading.Pack is not null))
        {
            run.Screen.Line($"{reading.Pack!.Name}: {reading.Pack.Description}");
        }

        run.Screen.Line("'appliance models verify NAME' names the problems of a pack.");
    }

    private static PackJson Json(PackFolders folders, string folder, PackReading reading) => new(
        Path.GetFileName(folder),
        reading.Pack?.Version,
        folder == folders.InUse,
        reading.IsSound,
        [.. (reading.Pack?.Stages ?? []).Select(stage => stage.Kind.ToString().ToLowerInvariant())],
        [.. reading.Problems.Select(PackFolders.Json)]);
}
