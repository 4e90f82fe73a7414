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

    /// <summary>Runs one command line on the console and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Runs one command line and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors)
            {
                error.WriteLine($"error: {wrong.Message}");
            }

            error.WriteLine("See: appliance --help");
            return Task.FromResult(Usage);
        }

        // The service stops on its own terms: by default a signal would end the process after two seconds.
        var isService = parsed.CommandResult.Command.Name == ServeCommand.Name;
        var invocation = new InvocationConfiguration { Output = output, Error = error };
        if (isService)
        {
            invocation.ProcessTerminationTimeout = null;
        }

        return parsed.InvokeAsync(invocation);
    }

    private static RootCommand Root() => new("The voice appliance: answers a clinic's phone on its own machine.")
    {
        ServeCommand.Create(),
        DoctorCommand.Create(),
        CallCommand.Create(),
        BenchCommand.Create(),
        ReplayCommand.Create(),
        KeyCommand.Create(),
        ModelsCommand.Create(),
        AppointmentsCommand.Create(),
        CallbacksCommand.Create(),
        CallsCommand.Create(),
        AuditCommand.Create(),
    };
}
