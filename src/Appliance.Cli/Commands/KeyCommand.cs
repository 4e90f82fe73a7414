using System.CommandLine;
using Appliance.Cli.Running;
using Appliance.Store.Keys;

namespace Appliance.Cli.Commands;

/// <summary>The master key.</summary>
public static class KeyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var create = new Command("create", "Makes a new random master key; never overwrites one.")
        {
            new Argument<string?>("PATH") { Description = "Where to make it (default: the key file of the settings).", Arity = ArgumentArity.ZeroOrOne },
        };
        create.Runs((run, _) => Task.FromResult(Make(run)));
        return new Command("key", "The master key that all data are sealed with.") { create };
    }

    private static int Make(CommandRun run)
    {
        var reading = Settings.CommonOptions.Read(run.Arguments);
        var path = run.Value<string?>("PATH") is { Length: > 0 } given ? Path.GetFullPath(given) : reading.Options.KeyFile;
        (reading.Options with { KeyFile = path }).ThrowIfWrong(reading.Problems);
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        KeyFile.Create(path);
        run.Screen.Line($"Made {path}.");
        run.Screen.Line("Keep a copy of it in a safe place: without it nobody can read the data, you included.");
        return CommandLine.Ok;
    }
}
