using System.CommandLine;

namespace Appliance.Cli.Commands;

/// <summary>Model packs.</summary>
public static class ModelsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("models", "Model packs: list, verify, import.")
    {
        ModelsListCommand.Create(),
        ModelsVerifyCommand.Create(),
        ModelsImportCommand.Create(),
    };
}
