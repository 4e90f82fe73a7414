using System.Net;
using System.Text.Json;

namespace Appliance.Host.Options;

/// <summary>Reads one object of the settings file, noting every fault with the path at which it stands.</summary>
internal sealed class SettingsReader(JsonElement settings, string path, List<string> problems)
{
    private readonly HashSet<string> _known = [];

    /// <summary>A text that is not blank; null where the key is absent or null.</summary>
    public string? Text(string name) => Find(name, JsonValueKind.String, "a text") is { } found
        ? NotBlank(name, found.GetString()!)
        : null;

    public int? Integer(string name)
    {
        if (Find(name, JsonValueKind.Number, "a whole number") is not { } found)
        {
            return null;
        }

        return found.TryGetInt32(out var value) ? value : Refuse<int>(name, "must be a whole number");
    }

    public TimeSpan? Seconds(string name)
    {
        if (Find(name, JsonValueKind.Number, "a number of seconds") is not { } found)
        {
            return null;
        }

        return found.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : Refuse<TimeSpan>(name, "must be a number of seconds");
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } found)
        {
            return null;
        }

        return found.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? found.GetBoolean()
            : Refuse<bool>(name, "must be true or false");
    }

    public IPAddress? Address(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        Add(name, "must be an IP address such as 192.168.1.10");
        return null;
    }

    public SettingsReader? Section(string name) =>
        Find(name, JsonValueKind.Object, "an object") is { } found ? new SettingsReader(found, At(name), problems) : null;

    /// <summary>The objects of a list; null where the key is absent.</summary>
    public IReadOnlyList<SettingsReader>? Sections(string name)
    {
        if (Find(name, JsonValueKind.Array, "a list of objects") is not { } found)
        {
            return null;
        }

        var items = found.EnumerateArray().Select((item, i) => (Item: item, Path: $"{At(name)}[{i}]")).ToArray();
        problems.AddRange(items.Where(i => i.Item.ValueKind != JsonValueKind.Object).Select(i => $"{i.Path} must be an object."));
        return [.. items.Where(i => i.Item.ValueKind == JsonValueKind.Object).Select(i => new SettingsReader(i.Item, i.Path, problems))];
    }

    public void Add(string name, string problem) => problems.Add($"{At(name)} {problem}.");

    /// <summary>To be called when all keys were asked for: any other is a fault.</summary>
    public void RefuseUnknown()
    {
        foreach (var key in settings.EnumerateObject().Select(property => property.Name).Where(key => !_known.Contains(key)))
        {
            problems.Add($"{At(key)} is no setting; known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return settings.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string what)
    {
        if (Find(name) is not { } found || found.ValueKind == kind)
        {
            return Find(name);
        }

        Add(name, "must be " + what);
        return null;
    }

    private string? NotBlank(string name, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Add(name, "is empty");
        return null;
    }

    private T? Refuse<T>(string name, string problem)
        where T : struct
    {
        Add(name, problem);
        return null;
    }
}
