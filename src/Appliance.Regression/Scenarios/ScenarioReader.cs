using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Appliance.Dialog;

namespace Appliance.Regression.Scenarios;

/// <summary>Reads scenario files; every fault of a file is reported with its place, not only the first.</summary>
public static class ScenarioReader
{
    private const string DefaultVoice = "en-us+m3";

    // A Monday, 9 AM at the demonstration clinic.
    private static readonly DateTimeOffset DefaultNow = new(2026, 11, 16, 14, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a file; one that cannot be read is a problem like others.</summary>
    public static ScenarioReading ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ScenarioReading(null, [$"{path} cannot be read: {error.Message}"]);
        }
    }

    /// <summary>Reads a text.</summary>
    public static ScenarioReading Read(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<ScenarioDocument>(json, Json) is { } document
                ? Check(document, name)
                : new ScenarioReading(null, ["The scenario is null."]);
        }
        catch (JsonException error)
        {
            return new ScenarioReading(null, [$"line {error.LineNumber + 1}, {error.Path}: {error.Message}"]);
        }
    }

    private static ScenarioReading Check(ScenarioDocument document, string name)
    {
        var faults = new ScenarioFaults();
        faults.Require(!string.IsNullOrWhiteSpace(document.Pain), "pain", "is missing; say what the scenario is about.");
        faults.Require(document.Callers is { Length: > 0 }, "callers", "is missing or empty; somebody has to call.");
        var callers = (document.Callers ?? []).Select((caller, index) => Caller(caller, $"callers[{index}]", faults)).ToImmutableArray();
        return faults.All.Length > 0
            ? new ScenarioReading(null, faults.All)
            : new ScenarioReading(new Scenario(name, document.Pain!, document.Now ?? DefaultNow, callers), []);
    }

    private static ScenarioCaller Caller(CallerDocument? caller, string where, ScenarioFaults faults)
    {
        faults.Require(caller?.Speed is null or (>= 0.5 and <= 2), $"{where}.speed", "must lie between 0.5 and 2.");
        faults.Require(caller?.NoiseSnrDb is null or (>= 0 and <= 60), $"{where}.noiseSnrDb", "must lie between 0 and 60.");
        faults.Require(caller?.Lines is not null, $"{where}.lines", "is missing; it may be empty for a caller who is silent.");
        return new ScenarioCaller
        {
            Voice = caller?.Voice ?? DefaultVoice,
            Speed = caller?.Speed ?? 1,
            Number = caller?.Number,
            NoiseSnr = caller?.NoiseSnrDb,
            Lines = [.. (caller?.Lines ?? []).Select((line, index) => Line(line, $"{where}.lines[{index}]", faults))],
            Expect = Expect(caller?.Expect, $"{where}.expect", faults),
        };
    }

    private static ScenarioLine Line(LineDocument? line, string where, ScenarioFaults faults)
    {
        bool[] kinds = [line?.Say is not null, line?.Keys is not null, line?.CoughMs is not null, line?.HangUp == true];
        faults.Require(kinds.Count(kind => kind) == 1, where, "must have just one of say, keys, coughMs and hangUp.");
        faults.Require(line?.Keys is null || line.Keys.All(key => char.IsAsciiDigit(key) || key is '*' or '#'), $"{where}.keys", "may hold 0 to 9, * and #.");
        faults.Require(line is not { Optional: true, On: null or [] }, where, "is optional without on, so it would never come.");
        return new ScenarioLine
        {
            Say = line?.Say,
            Keys = line?.Keys,
            Cough = faults.Time(line?.CoughMs, $"{where}.coughMs"),
            HangUp = line?.HangUp == true,
            On = faults.Phrases(line?.On, $"{where}.on"),
            InterruptAfter = faults.Time(line?.InterruptAfterMs, $"{where}.interruptAfterMs"),
            After = faults.Time(line?.AfterMs, $"{where}.afterMs") ?? TimeSpan.FromMilliseconds(300),
            Optional = line?.Optional == true,
        };
    }

    private static Expectation Expect(ExpectDocument? expect, string where, ScenarioFaults faults)
    {
        var known = Enum.TryParse<CallOutcome>(expect?.Outcome, out var outcome) && Enum.IsDefined(outcome);
        faults.Require(known, $"{where}.outcome", $"must be one of {string.Join(", ", Enum.GetNames<CallOutcome>())}.");
        return new Expectation
        {
            Outcome = outcome,
            Appointment = faults.Fields(expect?.Appointment, ScoredFields.OfAppointment, $"{where}.appointment"),
            Callback = faults.Fields(expect?.Callback, ScoredFields.OfCallback, $"{where}.callback"),
            Said = faults.Phrases(expect?.Said, $"{where}.said"),
            NotSaid = faults.Phrases(expect?.NotSaid, $"{where}.notSaid"),
            MostTurns = expect?.MostTurns,
            MostCutoffs = expect?.MostCutoffs ?? 0,
            FalseInterruptions = expect?.FalseInterruptions,
            Interruptions = expect?.Interruptions,
            LatencyP95 = faults.Time(expect?.LatencyP95Ms, $"{where}.latencyP95Ms"),
            Erased = expect?.Erased == true,
        };
    }
}
