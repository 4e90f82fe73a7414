using System.CommandLine;
using Appliance.Host.Options;

namespace Appliance.Cli.Settings;

/// <summary>The options that every command takes, and the settings that come of them: defaults, then the file, then the command line.</summary>
public static class CommonOptions
{
    /// <summary>Adds them to a command.</summary>
    public static void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(new Option<string?>("--config") { Description = "Settings file (JSON); its relative paths start at its own folder.", HelpName = "FILE" });
        command.Options.Add(new Option<string?>("--data") { Description = "Data directory.", HelpName = "DIR" });
        command.Options.Add(new Option<string?>("--key") { Description = "Key file, outside the data directory.", HelpName = "FILE" });
        command.Options.Add(new Option<string?>("--models") { Description = "Folder of the model pack (default: models/mini).", HelpName = "DIR" });
        command.Options.Add(new Option<string?>("--clinic") { Description = "Clinic profile (JSON; default: the demonstration clinic).", HelpName = "FILE" });
    }

    /// <summary>The settings as they were given, and what the file gets wrong; values are not checked yet.</summary>
    /// <exception cref="Host.Failures.ApplianceException">The settings file cannot be read.</exception>
    public static OptionsReading Read(ParseResult arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var defaults = ApplianceOptions.Standard(StandardFolders.OfProcess(), Installation.Root);
        var file = arguments.GetValue<string?>("--config") is { } path ? ApplianceOptionsFile.Read(path, defaults) : new OptionsReading(defaults, []);
        return file with
        {
            Options = file.Options with
            {
                DataDirectory = Full(arguments, "--data") ?? file.Options.DataDirectory,
                KeyFile = Full(arguments, "--key") ?? file.Options.KeyFile,
                ModelPack = Full(arguments, "--models") ?? file.Options.ModelPack,
                ClinicProfile = Full(arguments, "--clinic") ?? file.Options.ClinicProfile,
            },
        };
    }

    private static string? Full(ParseResult arguments, string option) =>
        arguments.GetValue<string?>(option) is { Length: > 0 } path ? Path.GetFullPath(path) : null;
}
