using System.CommandLine;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Host.Engines;

namespace Appliance.Cli.Commands;

/// <summary>Hashes every file of a pack.</summary>
public static class ModelsVerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "Hashes every file of a pack and names what is missing or damaged, with its mend.")
        {
            new Argument<string?>("NAME") { Description = "The pack (default: the one in use).", Arity = ArgumentArity.ZeroOrOne },
            JsonOption.Create(),
        };
        command.Runs(async (run, cancellationToken) =>
        {
            var folders = PackFolders.Of(run.Settings());
            var folder = folders.Find(run.Value<string?>("NAME"));
            return Show(run, await PackInspection.RunAsync(folder, cancellationToken), isInUse: folder == folders.InUse);
        });
        return command;
    }

    private static int Show(CommandRun run, PackInspection inspection, bool isInUse)
    {
        var (pack, problems) = inspection;
        var isSound = problems.IsEmpty;
        if (run.Value<bool>("--json"))
        {
            string[] stages = [.. pack.Stages.Select(stage => stage.Kind.ToString().ToLowerInvariant())];
            run.Json([new PackJson(pack.Name, pack.Version, isInUse, isSound, stages, [.. problems.Select(PackFolders.Json)])], JsonShapes.Default.IReadOnlyListPackJson);
        }
        else if (isSound)
        {
            run.Screen.Line($"{pack.Name} {pack.Version}: all {pack.Stages.Sum(stage => stage.Files.Length)} files are what they should be.");
        }
        else
        {
            foreach (var problem in problems)
            {
                run.Error.WriteLine($"error: {problem}");
            }
        }

        return isSound ? CommandLine.Ok : CommandLine.Failed;
    }
}
