using Appliance.Cli.Calling.Reports;
using Appliance.Inference;
using Appliance.Media;
using Appliance.Sip;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Calling;

/// <summary>Runs <c>appliance call</c> from the command line's wishes to the exit code.</summary>
public static class CallRun
{
    /// <summary>0 when the call was set up and came to its proper end, else 1 with the reason on the error stream.</summary>
    public static async Task<int> RunAsync(CallWishes wishes, TextWriter output, TextWriter errors, CancellationToken stopped)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        try
        {
            return await PlaceAsync(wishes, output, errors, stopped);
        }
        catch (Exception error) when (error is EngineException or SipException or MediaException or IOException or UnauthorizedAccessException)
        {
            return Fail(errors, [error.Message]);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return Fail(errors, ["The call was stopped."]);
        }
    }

    private static async Task<int> PlaceAsync(CallWishes wishes, TextWriter output, TextWriter errors, CancellationToken stopped)
    {
        var (request, problems) = await CallPreparation.PrepareAsync(wishes, stopped);
        if (request is null)
        {
            return Fail(errors, problems);
        }

        if (PackFolder.Find(wishes.Models) is not { } pack)
        {
            return Fail(errors, [$"There is no model pack at {wishes.Models ?? "models/mini"} to listen with. Mend: scripts/setup.sh, or --models FOLDER"]);
        }

        await using var engines = await CallerEngines.OpenAsync(pack, TimeProvider.System);
        var printer = new LivePrinter(output, wishes.Name);
        printer.Show($"calls {request.Target}");
        var log = new CallLog(printer);
        var measures = await new PlacedCall(request, engines, TimeProvider.System, NullLoggerFactory.Instance).RunAsync(log, stopped);
        var report = CallReports.Of(request, measures, log);
        if (wishes.Report is { } file)
        {
            CallReports.Save(report, file);
        }

        await output.WriteAsync(CallReportView.Of(report));
        return report.Normal ? CommandLine.Ok : Fail(errors, [report.Reason]);
    }

    private static int Fail(TextWriter errors, IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            errors.WriteLine($"error: {reason}");
        }

        return CommandLine.Failed;
    }
}
