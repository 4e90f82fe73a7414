using System.CommandLine;

namespace Appliance.Cli.Commands;

/// <summary>Makes <c>--json</c>.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Print JSON, for scripts." };
}
