using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>Reads scripts; every fault is reported, not only the first.</summary>
public static class CallerScriptReader
{
    private const int LongestInterruption = 60_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a file; a file that cannot be read is a problem like others.</summary>
    public static CallerScriptReading ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new CallerScriptReading(null, [$"{path} cannot be read: {error.Message}"]);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="json">The script.</param>
    /// <param name="name">Its name where it states none.</param>
    public static CallerScriptReading Read(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<CallerScriptDocument>(json, Json) is { } document
                ? Check(document, name)
                : new CallerScriptReading(null, ["The script is null."]);
        }
        catch (JsonException error)
        {
            return new CallerScriptReading(null, [$"The script is no JSON of the right form: {error.Message}"]);
        }
    }

    private static CallerScriptReading Check(CallerScriptDocument document, string name)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (document.Speed is < 0.5 or > 2)
        {
            problems.Add($"speed is {document.Speed}; it must lie between 0.5 and 2.");
        }

        if (document.Lines is not { Length: > 0 })
        {
            problems.Add("lines is missing or empty; a caller needs something to say.");
        }

        var lines = (document.Lines ?? []).Select((line, index) => Line(line, $"lines[{index}]", problems)).ToImmutableArray();
        return problems.Count > 0
            ? new CallerScriptReading(null, problems.ToImmutable())
            : new CallerScriptReading(
                new CallerScript { Name = document.Name ?? name, Voice = document.Voice, Speed = document.Speed, Lines = lines, Expect = document.Expect },
                []);
    }

    private static ScriptLine Line(ScriptLineDocument? line, string where, ImmutableArray<string>.Builder problems)
    {
        if (string.IsNullOrWhiteSpace(line?.Say))
        {
            problems.Add($"{where}.say is missing or empty.");
            return new ScriptLine { Say = string.Empty };
        }

        if (line.InterruptAfterMs is < 0 or > LongestInterruption)
        {
            problems.Add($"{where}.interruptAfterMs is {line.InterruptAfterMs}; it must lie between 0 and {LongestInterruption}.");
            return new ScriptLine { Say = line.Say };
        }

        var read = new ScriptLine
        {
            Say = line.Say,
            On = [.. Names(line.On, where, problems).Select(n => Phrase(n, where, problems)).OfType<PhraseId>()],
            When = line.When is { } pattern ? Pattern(pattern, where, problems) : null,
            InterruptAfter = line.InterruptAfterMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
            Optional = line.Optional,
        };
        if (read is { Optional: true, On.IsEmpty: true, When: null })
        {
            problems.Add($"{where} is optional but has neither on nor when, so it would never be said.");
        }

        return read;
    }

    private static IEnumerable<string> Names(JsonElement? on, string where, ImmutableArray<string>.Builder problems)
    {
        switch (on?.ValueKind)
        {
            case null or JsonValueKind.Null:
                return [];
            case JsonValueKind.String:
                return [on.Value.GetString()!];
            case JsonValueKind.Array when on.Value.EnumerateArray().All(e => e.ValueKind is JsonValueKind.String):
                return [.. on.Value.EnumerateArray().Select(e => e.GetString()!)];
            default:
                problems.Add($"{where}.on must be the name of a phrase or a list of such names.");
                return [];
        }
    }

    private static PhraseId? Phrase(string name, string where, ImmutableArray<string>.Builder problems)
    {
        if (Enum.TryParse<PhraseId>(name, ignoreCase: false, out var id) && string.Equals(id.ToString(), name, StringComparison.Ordinal))
        {
            return id;
        }

        problems.Add($"{where}.on names the phrase {name}, which the agent does not have; it has {string.Join(", ", Enum.GetNames<PhraseId>())}.");
        return null;
    }

    private static Regex? Pattern(string pattern, string where, ImmutableArray<string>.Builder problems)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexParseException error)
        {
            problems.Add($"{where}.when is no regular expression: {error.Message}");
            return null;
        }
    }
}
