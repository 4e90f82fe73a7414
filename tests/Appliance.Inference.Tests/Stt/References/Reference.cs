using System.Text.Json;
using Appliance.Media.Wav;

namespace Appliance.Inference.Tests.Stt.References;

/// <summary>An utterance and what the training code computes from it.</summary>
public sealed record Reference(
    string File,
    string Condition,
    string Said,
    IReadOnlyList<int> Tokens,
    string Text,
    float MelMean,
    IReadOnlyList<float> MelFrame100Bins0to3)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<Reference> All { get; } =
        JsonSerializer.Deserialize<Reference[]>(System.IO.File.ReadAllText(PathOf("refs.json")), Json)!;

    public float[] Samples()
    {
        using var stream = System.IO.File.OpenRead(PathOf(File));
        return [.. WavReader.ReadMono16k(stream).Select(sample => sample / 32768f)];
    }

    private static string PathOf(string name) =>
        Repository.PathOf("tests", "Appliance.Inference.Tests", "Stt", "References", name);
}
