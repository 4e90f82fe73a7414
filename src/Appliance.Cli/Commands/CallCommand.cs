using System.CommandLine;

namespace Appliance.Cli.Commands;

/// <summary>Places a call.</summary>
public static class CallCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("call", "Places a call to a SIP URI.");
        command.SetAction(_ =>
        {
            Console.Error.WriteLine("error: appliance call is not built yet.");
            return CommandLine.Failed;
        });
        return command;
    }
}
