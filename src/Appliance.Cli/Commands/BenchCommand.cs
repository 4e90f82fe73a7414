using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Bench;
using Appliance.Cli.Calling;
using Appliance.Cli.Figures;
using Appliance.Host.Options;
using Appliance.Inference.Llm;

namespace Appliance.Cli.Commands;

/// <summary>Measures parts of the appliance on this machine.</summary>
public static class BenchCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("bench", "Measures parts of the appliance on this machine; leave it idle meanwhile.") { Sip(), Pacer(), Calls(), Llm() };

    private static Command Sip()
    {
        var calls = new Option<int>("--calls") { Description = "Calls to place", DefaultValueFactory = _ => 10_000 };
        var atOnce = new Option<int>("--at-once") { Description = "Calls at the same time", DefaultValueFactory = _ => 20 };
        var command = new Command("sip", "Call set-up and tear-down over UDP on loopback, without media; caller and called share this process.") { calls, atOnce };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var figures = await SipBench.RunAsync(parsed.GetValue(calls), parsed.GetValue(atOnce), cancellationToken);
            Write($"machine               {BenchMachine.Describe()}");
            Write($"calls                 {figures.Calls} (INVITE, 200, ACK, BYE, 200; both sides in this process)");
            Write($"lost                  {figures.Lost}");
            Write($"calls per second      {figures.CallsPerSecond:F0}");
            Write($"processor per call    {figures.ProcessorTimePerCall.TotalMicroseconds:F0} µs (both sides)");
            return figures.Lost == 0 ? CommandLine.Ok : CommandLine.Failed;
        });
        return command;
    }

    private static Command Pacer()
    {
        var calls = new Option<int>("--calls") { Description = "Lines at the same time", DefaultValueFactory = _ => 50 };
        var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 20 };
        var command = new Command("pacer", "Evenness of sent RTP, measured where it arrives on loopback.") { calls, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var figures = await PacerBench.RunAsync(parsed.GetValue(calls), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken);
            Write($"machine               {BenchMachine.Describe()}");
            Write($"lines                 {figures.Calls}, {figures.Intervals} intervals of 20 ms measured at the receivers");
            Write($"departure from 20 ms  p50 {figures.P50:F2} ms, p99 {figures.P99:F2} ms, max {figures.Max:F2} ms");
            Write($"drift                 {figures.Drift:F1} ppm");
            Write($"pacer lateness        p50 {figures.Pacer.P50.TotalMilliseconds:F2} ms, p99 {figures.Pacer.P99.TotalMilliseconds:F2} ms; {figures.Pacer.Skipped} ticks given up");
            return CommandLine.Ok;
        });
        return command;
    }

    private static Command Calls()
    {
        var target = new Argument<string>("uri") { Description = "A running appliance, for example sip:clinic@127.0.0.1:5060." };
        var script = new Option<string>("--script") { Description = "What each caller says.", DefaultValueFactory = _ => Path.Combine(Installation.Root, "scripts", "demo", "books.json") };
        var callers = new Option<int>("--callers") { Description = "Callers at the same time", DefaultValueFactory = _ => 10 };
        var command = new Command("calls", "Simulated callers at once against a running appliance, over real SIP and RTP.") { target, script, callers };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wishes = new CallWishes { Target = parsed.GetRequiredValue(target), Script = parsed.GetValue(script) };
            var pack = Path.Combine(Installation.Root, "models", "mini");
            var reports = await CallsBench.RunAsync(wishes, pack, parsed.GetValue(callers), cancellationToken);
            var latency = Spread.Of(reports.SelectMany(report => report.Turns).Select(turn => turn.LatencyMs));
            var failed = reports.Where(report => !report.Normal && report.Ending != nameof(CallEnding.CutShort)).ToArray();
            Write($"machine               {BenchMachine.Describe()}");
            Write($"callers at once       {reports.Count}, on the same machine as the appliance");
            Write($"failed                {failed.Length}");
            Array.ForEach(failed, report => Write($"  {report.Ending}: {report.Reason}"));
            Write($"ended by the agent before all was said: {reports.Count(report => report.Ending == nameof(CallEnding.CutShort))}");
            Write($"turn latency          p50 {latency.P50:F0} ms, p95 {latency.P95:F0} ms, max {latency.Max:F0} ms ({latency.Count} turns; last voiced packet sent to first voiced packet received)");
            Write($"talked over           {reports.Sum(report => report.TalkedOver)} of {reports.Sum(report => report.Turns.Count)} turns");
            return failed.Length == 0 ? CommandLine.Ok : CommandLine.Failed;
        });
        return command;
    }

    private static Command Llm()
    {
        var model = new Argument<string>("model") { Description = "A GGUF file." };
        var requests = new Option<int>("--requests") { Description = "Requests of each measurement", DefaultValueFactory = _ => 200 };
        var atOnce = new Option<int[]>("--at-once") { Description = "Askers at the same time, one measurement each", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 16] };
        var threads = new Option<int?>("--batch-threads") { Description = "Threads of a step that reads several tokens; the engine's default if not given" };
        var command = new Command("llm", "Requests to a language model that share a prefix: one after the other, and side by side.") { model, requests, atOnce, threads };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new LlamaOptions { ModelFile = parsed.GetRequiredValue(model) };
            options = options with { BatchThreads = parsed.GetValue(threads) ?? options.BatchThreads };
            var figures = await LlmBench.RunAsync(options, parsed.GetValue(requests), parsed.GetValue(atOnce) ?? [1], cancellationToken);
            Write($"machine               {BenchMachine.Describe()}");
            Write($"model                 {Path.GetFileName(options.ModelFile)}, {options.Threads} threads for a step of one token, {options.BatchThreads} for a longer one, {options.MaxSequences} sequences");
            foreach (var run in figures)
            {
                Write($"{run.AtOnce,3} at once           {run.PerSecond:F1} requests per second, latency p50 {run.Latency.P50:F1} ms, p95 {run.Latency.P95:F1} ms, max {run.Latency.Max:F1} ms ({run.Requests} requests)");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
