using System.CommandLine;
using Appliance.Host.Options;

namespace Appliance.Cli.Settings;

/// <summary>The options that every command takes, and the settings that come of them: defaults, then the file, then the command line.</summary>
public static class CommonOptions
{
    private static readonly Option<string?> s_config = new("--config") { Description = "Settings file (JSON); its relative paths start at its own folder.", HelpName = "FILE" };
    private static readonly Option<string?> s_data = new("--data") { Description = "Data directory.", HelpName = "DIR" };
    private static readonly Option<string?> s_key = new("--key") { Description = "Key file, outside the data directory.", HelpName = "FILE" };
    private static readonly Option<string?> s_models = new("--models") { Description = "Folder of the model pack (default: models/mini).", HelpName = "DIR" };
    private static readonly Option<string?> s_clinic = new("--clinic") { Description = "Clinic profile (JSON; default: the demonstration clinic).", HelpName = "FILE" };

    /// <summary>Adds them to a command.</summary>
    public static void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        foreach (var option in (Option[])[s_config, s_data, s_key, s_models, s_clinic])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings as they were given, and what the file gets wrong; values are not checked yet.</summary>
    /// <exception cref="Host.Failures.ApplianceException">The settings file cannot be read.</exception>
    public static OptionsReading Read(ParseResult arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var defaults = ApplianceOptions.Standard(StandardFolders.OfProcess(), Installation.Root);
        var file = arguments.GetValue(s_config) is { } path ? ApplianceOptionsFile.Read(path, defaults) : new OptionsReading(defaults, []);
        return file with
        {
            Options = file.Options with
            {
                DataDirectory = Full(arguments, s_data) ?? file.Options.DataDirectory,
                KeyFile = Full(arguments, s_key) ?? file.Options.KeyFile,
                ModelPack = Full(arguments, s_models) ?? file.Options.ModelPack,
                ClinicProfile = Full(arguments, s_clinic) ?? file.Options.ClinicProfile,
            },
        };
    }

    private static string? Full(ParseResult arguments, Option<string?> option) =>
        arguments.GetValue(option) is { Length: > 0 } path ? Path.GetFullPath(path) : null;
}
