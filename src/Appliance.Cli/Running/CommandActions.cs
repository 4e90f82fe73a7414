using System.CommandLine;
using Appliance.Cli.Settings;
using Appliance.Host.Failures;

namespace Appliance.Cli.Running;

/// <summary>Gives a command its common options and its action; what can be expected to fail becomes one line and an exit code.</summary>
internal static class CommandActions
{
    public static void Runs(this Command command, Func<CommandRun, CancellationToken, Task<int>> action)
    {
        CommonOptions.AddTo(command);
        command.SetAction((arguments, cancellationToken) => GuardAsync(new CommandRun(arguments), action, cancellationToken));
    }

    private static async Task<int> GuardAsync(CommandRun run, Func<CommandRun, CancellationToken, Task<int>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Error.WriteLine("error: stopped before it was done.");
            return CommandLine.Failed;
        }
        catch (Exception error) when (FailureExplanation.Of(error) is not null)
        {
            run.Error.WriteLine("error: " + FailureExplanation.Of(error)!.Message);
            return CommandLine.Failed;
        }
    }
}
