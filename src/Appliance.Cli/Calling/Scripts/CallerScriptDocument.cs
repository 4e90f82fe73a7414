using System.Text.Json;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>A script as its JSON file has it.</summary>
internal sealed record CallerScriptDocument(string? Name, string? Voice, double? Speed, ScriptLineDocument?[]? Lines, JsonElement? Expect);

/// <summary>A line as the JSON file has it.</summary>
internal sealed record ScriptLineDocument(string? Say, JsonElement? On, string? When, double? InterruptAfterMs, bool Optional);
