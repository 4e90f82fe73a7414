using Appliance.Cli.Calling;
using Appliance.Cli.Calling.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Bench;

/// <summary>Many simulated callers at once against a running appliance; they share one pair of ears.</summary>
internal static class CallsBench
{
    // Nobody dials in the same millisecond.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    /// <summary>Places so many calls with the same wishes and gives their reports.</summary>
    /// <exception cref="ArgumentException">The wishes cannot be carried out; the message says why.</exception>
    public static async Task<IReadOnlyList<CallReport>> RunAsync(CallWishes wishes, string pack, int callers, CancellationToken stopped)
    {
        var (request, problems) = await CallPreparation.PrepareAsync(wishes, stopped);
        if (request is null)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(wishes));
        }

        await using var engines = await CallerEngines.OpenAsync(pack, TimeProvider.System);
        return await Task.WhenAll(Enumerable.Range(0, callers).Select(number => CallAsync(request, engines, number, stopped)));
    }

    private static async Task<CallReport> CallAsync(CallRequest request, CallerEngines engines, int number, CancellationToken stopped)
    {
        await Task.Delay(number * Between, TimeProvider.System, stopped);
        var log = new CallLog(new LivePrinter(TextWriter.Null, label: null));
        var measures = await new PlacedCall(request, engines, TimeProvider.System, NullLoggerFactory.Instance).RunAsync(log, stopped);
        return CallReports.Of(request, measures, log);
    }
}
