using System.CommandLine;
using Appliance.Cli.Output;
using Appliance.Cli.Reading;
using Appliance.Cli.Running;
using Appliance.Host.Engines;

namespace Appliance.Cli.Commands;

/// <summary>Hashes every file of a pack.</summary>
public static class ModelsVerifyCommand
{
    private static readonly Argument<string?> s_name = new("NAME") { Description = "The pack (default: the one in use).", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> s_json = JsonOption.Create();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "Hashes every file of a pack and names what is missing or damaged, with its mend.") { s_name, s_json };
        command.Runs(async (run, cancellationToken) =>
        {
            var folders = PackFolders.Of(run.Settings());
            var folder = folders.Find(run.Arguments.GetValue(s_name));
            return Show(run, await PackInspection.RunAsync(folder, cancellationToken), isInUse: folder == folders.InUse);
        });
        return command;
    }

    private static int Show(CommandRun run, PackInspection inspection, bool isInUse)
    {
        var (pack, problems) = inspection;
        var isSound = problems.IsEmpty;
        if (run.Arguments.GetValue(s_json))
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
