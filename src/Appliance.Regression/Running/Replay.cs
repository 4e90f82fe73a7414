using System.Collections.Immutable;
using System.Diagnostics;
using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tools;
using Appliance.Clinic;
using Appliance.Clinic.Profiles;
using Appliance.Inference.Tts;
using Appliance.Regression.Callers;
using Appliance.Regression.Engines;
using Appliance.Regression.Scenarios;
using Appliance.Regression.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Regression.Running;

/// <summary>Runs scenarios by voice against the very sessions of real calls, in virtual time, with a sealed store of its own for each.</summary>
public static class Replay
{
    /// <summary>A scenario's calls are ended by their callers after so much virtual time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    /// <summary>Runs one scenario for the demonstration clinic.</summary>
    public static Task<ScenarioResult> RunAsync(Scenario scenario, ReplayEngines engines) => VirtualLoop.RunAsync(loop => RunAsync(scenario, engines, loop));

    private static async Task<ScenarioResult> RunAsync(Scenario scenario, ReplayEngines engines, VirtualLoop loop)
    {
        var time = new VirtualTime(scenario.Now);
        var pacer = new VirtualPacer(time, loop);
        var clinic = ClinicProfile.Demo();
        await using var store = new ReplayStore(time);
        var book = store.Store.OpenBook(clinic);
        var ports = new ClinicPorts(book, store.Store.OpenIdentityDesk(clinic), store.Store.OpenVisitDesk(clinic), store.Store.Callbacks);
        var services = new CallServices
        {
            Clinic = clinic,
            VoiceActivity = new AwaitedDetector(engines.VoiceActivity, loop),
            Recognizer = new AwaitedRecognizer(engines.Recognizer, loop, time, engines.Charges.Recognition),
            Synthesizer = new AwaitedSynthesizer(engines.Agent, loop, time, engines.Charges.Synthesis),
            Toolbox = new AwaitedToolbox(new ClinicToolbox(ports, NullLogger<ClinicToolbox>.Instance), loop),
            Archive = engines.Archive(store.Store),
            Pacer = pacer,
            Time = time,
            Loggers = NullLoggerFactory.Instance,
        };
        var calls = new List<ReplayCall>();
        foreach (var script in scenario.Callers)
        {
            calls.Add(await PrepareAsync(script, engines, time));
        }

        var began = Stopwatch.GetTimestamp();
        foreach (var call in calls)
        {
            call.Begin(services, engines.Session);
        }

        var records = await BeatAsync(calls, pacer);
        var took = Stopwatch.GetElapsedTime(began);
        var results = ImmutableArray.CreateBuilder<CallResult>();
        foreach (var (call, record) in calls.Zip(records))
        {
            var failures = await Scoring.FailuresAsync(call.Script.Expect, record, call.Caller, store.Store, book);
            results.Add(new CallResult(record, [.. call.Caller.Said], [.. call.Caller.Transcript.Select(Written)], failures));
        }

        return new ScenarioResult(scenario.Name, results.ToImmutable(), records.Max(record => record.EndedAt - record.StartedAt), took);
    }

    private static async Task<ReplayCall> PrepareAsync(ScenarioCaller script, ReplayEngines engines, VirtualTime time)
    {
        var sounds = new List<short[]?>();
        foreach (var line in script.Lines)
        {
            sounds.Add(line switch
            {
                { Say: { } words } => await CallerSounds.SpeechAsync(engines.Callers, words, new SpeechOptions { Voice = script.Voice, Rate = script.Speed }),
                { Cough: { } length } => CallerSounds.Cough(length),
                _ => null,
            });
        }

        var speech = CallerSounds.Level(sounds.OfType<short[]>());
        return new ReplayCall(script, new ReplayLine(script.NoiseSnr is { } snr ? speech * Math.Pow(10, -snr / 20) : 0), [.. sounds], time);
    }

    private static async Task<List<CallRecord>> BeatAsync(List<ReplayCall> calls, VirtualPacer pacer)
    {
        var longest = (long)(Longest / Media.AudioFormat.FrameDuration);
        while (calls.Any(call => !call.Caller.IsOver))
        {
            calls.ForEach(call => call.Caller.Act());
            if (pacer.Ticks == longest)
            {
                calls.ForEach(call => call.Line.End());
            }

            await pacer.BeatAsync();
        }

        var records = new List<CallRecord>();
        foreach (var call in calls)
        {
            records.Add(await call.Record);
        }

        return records;
    }

    private static string Written(Dialog.TranscriptLine line) =>
        FormattableString.Invariant($"{line.At.TotalSeconds,6:F2} {(line.ByAgent ? "agent " : "caller")} {line.Text}{(line.Cut ? " [cut]" : "")}");
}
