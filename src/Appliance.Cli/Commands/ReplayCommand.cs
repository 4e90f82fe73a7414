using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Appliance.Cli.Running;
using Appliance.Clinic.Profiles;
using Appliance.Host.Engines;
using Appliance.Host.Records;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Phrases;
using Appliance.Regression.Engines;
using Appliance.Regression.Running;
using Appliance.Regression.Scenarios;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Commands;

/// <summary>Runs scenarios by voice, faster than real time.</summary>
public static class ReplayCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("replay", "Runs scenarios by voice against the demonstration clinic, as fast as the machine can, each with a store of its own.")
        {
            new Argument<string>("PATH") { Description = "A scenario (JSON), or a folder of them." },
        };
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var settings = run.Settings();
        var scenarios = Read(run, run.Value<string>("PATH"));
        if (scenarios.IsEmpty)
        {
            return CommandLine.Failed;
        }

        await using var engines = await EngineSet.OpenAsync(
            settings.ModelPack, settings.SttThreads, ClinicProfile.Demo(), run.Time, NullLoggerFactory.Instance, cancellationToken);
        if (engines.Recognizer is not { } recognizer)
        {
            run.Error.WriteLine($"error: {engines.Degraded[0].Message}");
            return CommandLine.Failed;
        }

        using var callers = TtsFactory.Open(new TtsOptions(), NullLoggerFactory.Instance);
        var replay = new ReplayEngines
        {
            VoiceActivity = engines.VoiceActivity,
            Recognizer = recognizer,
            Agent = engines.Synthesizer,
            Callers = new PhraseCache(callers.Synthesizer, new PhraseCacheOptions()),
            Archive = store => new StoreCallArchive(store, NullLogger<StoreCallArchive>.Instance),
        };
        var results = new List<ScenarioResult>();
        foreach (var scenario in scenarios)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(await Replay.RunAsync(scenario, replay));
        }

        Show(run, results);
        return results.TrueForAll(result => result.Passed) ? CommandLine.Ok : CommandLine.Failed;
    }

    // All faults of all files, or all scenarios.
    private static ImmutableArray<Scenario> Read(CommandRun run, string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)] : [path];
        var readings = Array.ConvertAll(files, file => (File: file, Reading: ScenarioReader.ReadFile(file)));
        string[] problems = files.Length == 0
            ? [$"{path} holds no scenario (*.json)."]
            : [.. readings.SelectMany(one => one.Reading.Problems.Select(problem => $"{one.File}: {problem}"))];
        Array.ForEach(problems, problem => run.Error.WriteLine("error: " + problem));
        return problems.Length > 0 ? [] : [.. readings.Select(one => one.Reading.Scenario!)];
    }

    private static void Show(CommandRun run, List<ScenarioResult> results)
    {
        run.Screen.Table(
            ["scenario", "result", "turns", "cut-offs", "false interruptions", "latency p50", "p95 (ms)", "speed"],
            results.Select(result => (string[])
            [
                result.Name,
                result.Passed ? "ok" : "fail",
                Count(result.Calls.Sum(call => call.Record.Counters.Turns)),
                Count(result.Calls.Sum(call => call.Record.Counters.PrematureCutoffs)),
                Count(result.Calls.Sum(call => call.Record.Counters.FalseInterruptions)),
                Milliseconds(Quantile.Of(result.Latencies, 0.5)),
                Milliseconds(Quantile.Of(result.Latencies, 0.95)),
                result.Speed.ToString("F0", CultureInfo.InvariantCulture) + "x",
            ]));
        foreach (var (result, call) in results.SelectMany(result => result.Calls.Select(call => (result, call))).Where(pair => !pair.call.Failures.IsEmpty))
        {
            run.Screen.Line($"{result.Name}: {string.Join("; ", call.Failures)}");
            Array.ForEach([.. call.Transcript], line => run.Screen.Line("    " + line));
        }

        var latencies = results.SelectMany(result => result.Latencies).ToArray();
        var (talked, took) = (results.Sum(result => result.Talked.TotalSeconds), results.Sum(result => result.Took.TotalSeconds));
        run.Screen.Line(FormattableString.Invariant(
            $"{results.Count(result => result.Passed)} of {results.Count} passed; latency p50 {Milliseconds(Quantile.Of(latencies, 0.5))} ms, p95 {Milliseconds(Quantile.Of(latencies, 0.95))} ms in virtual time; {talked:F0} s of calls in {took:F1} s: {talked / took:F0}x real time"));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan? time) => time?.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) ?? "";
}
