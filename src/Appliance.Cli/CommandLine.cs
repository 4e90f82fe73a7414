using System.CommandLine;
using Appliance.Cli.Commands;

namespace Appliance.Cli;

/// <summary>The command line as a whole.</summary>
public static class CommandLine
{
    /// <summary>Exit code of a command that did what it was asked.</summary>
    public const int Ok = 0;

    /// <summary>Exit code of a command that failed, or found something wrong.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a command line that cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>Runs one command line and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine($"error: {error.Message}");
        }

        Console.Error.WriteLine("See: appliance --help");
        return Task.FromResult(Usage);
    }

    private static RootCommand Root() => new("The voice appliance: answers a clinic's phone on its own machine.")
    {
        CallCommand.Create(),
        BenchCommand.Create(),
    };
}
