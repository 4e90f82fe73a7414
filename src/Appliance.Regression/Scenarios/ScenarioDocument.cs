namespace Appliance.Regression.Scenarios;

/// <summary>A scenario as its JSON file has it.</summary>
internal sealed record ScenarioDocument(string? Pain, DateTimeOffset? Now, CallerDocument?[]? Callers);

/// <summary>A caller as the file has it.</summary>
internal sealed record CallerDocument(string? Voice, double? Speed, string? Number, double? NoiseSnrDb, LineDocument?[]? Lines, ExpectDocument? Expect);

/// <summary>A line as the file has it; times in ms.</summary>
internal sealed record LineDocument(
    string? Say, string? Keys, double? CoughMs, bool HangUp, string[]? On, double? InterruptAfterMs, double? AfterMs, bool Optional);

/// <summary>What is expected, as the file has it.</summary>
internal sealed record ExpectDocument(
    string? Outcome,
    Dictionary<string, string>? Appointment,
    Dictionary<string, string>? Callback,
    string[]? Said,
    string[]? NotSaid,
    int? MostTurns,
    int? MostCutoffs,
    int? FalseInterruptions,
    int? Interruptions,
    double? LatencyP95Ms,
    bool Erased);
