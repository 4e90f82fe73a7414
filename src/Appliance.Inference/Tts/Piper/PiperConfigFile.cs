using System.Text.Json;

namespace Appliance.Inference.Tts.Piper;

/// <summary>Reads a voice's <c>.onnx.json</c>.</summary>
internal static class PiperConfigFile
{
    /// <exception cref="EngineException">MissingModel, DamagedModel or UnsupportedModel; the message names the file.</exception>
    internal static PiperConfig Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new EngineException(
                EngineErrorReason.MissingModel, $"{name} (stage tts) does not exist. Run scripts/fetch-models.sh or import the model pack.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, name);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new EngineException(EngineErrorReason.DamagedModel, $"{name} (stage tts) is not a Piper configuration: {error.Message}", error);
        }
    }

    private static PiperConfig Read(JsonElement root, string name)
    {
        if (root.TryGetProperty("phoneme_type", out var type) && type.GetString() is not ("espeak" or "PhonemeType.ESPEAK"))
        {
            throw new EngineException(
                EngineErrorReason.UnsupportedModel, $"{name} (stage tts) wants phonemes of type {type.GetString()}; only espeak is known.");
        }

        var inference = root.TryGetProperty("inference", out var found) ? found : default;
        var ids = root.GetProperty("phoneme_id_map").EnumerateObject().ToDictionary(
            entry => entry.Name, entry => entry.Value.EnumerateArray().Select(id => id.GetInt64()).ToArray(), StringComparer.Ordinal);
        foreach (var needed in new[] { PiperIds.Pad, PiperIds.Begin, PiperIds.End })
        {
            if (!ids.ContainsKey(needed))
            {
                throw new EngineException(EngineErrorReason.UnsupportedModel, $"{name} (stage tts) has no id for the phoneme '{needed}'.");
            }
        }

        var speakers = root.TryGetProperty("speaker_id_map", out var map)
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32(), StringComparer.Ordinal)
            : [];
        return new PiperConfig
        {
            SampleRate = root.GetProperty("audio").GetProperty("sample_rate").GetInt32(),
            EspeakVoice = root.GetProperty("espeak").GetProperty("voice").GetString() ?? "en-us",
            PhonemeIds = ids,
            NoiseScale = Number(inference, "noise_scale", 0.667f),
            LengthScale = Number(inference, "length_scale", 1f),
            NoiseW = Number(inference, "noise_w", 0.8f),
            SpeakerCount = (int)Number(root, "num_speakers", 1),
            Speakers = speakers,
            HopLength = (int)Number(root, "hop_length", 0),
        };
    }

    private static float Number(JsonElement parent, string name, float otherwise) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value.GetSingle() : otherwise;
}
