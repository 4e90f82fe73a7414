using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Appliance.Inference.Packs;

namespace Appliance.Inference.Tests.Packs;

/// <summary>A pack of small files in a temporary folder, with a stick beside it; both vanish with it.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pack-").FullName;

    public PackFolder()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Stick);
        Manifest = JsonNode.Parse($$"""
            {
              "format": 1, "name": "trial", "version": "1", "description": "For tests.",
              "stages": {
                "vad": {
                  "engine": "silero-onnx", "licence": "MIT", "source": "none",
                  "files": [{ "role": "model", "path": "vad/model.onnx", "sha256": "{{SumOf("vad")}}", "bytes": 3, "origin": "setup" }]
                },
                "llm": {
                  "engine": "llama-gguf", "licence": "MIT", "source": "none", "parameters": { "contextTokens": 512 },
                  "files": [{ "role": "model", "path": "llm/model.gguf", "origin": "import", "source": "https://example.org/published.gguf" }]
                }
              }
            }
            """)!;
        WriteManifest();
    }

    public string Folder => Path.Combine(_root, "models", "trial");

    public string Stick => Path.Combine(_root, "stick");

    public JsonNode Manifest { get; }

    public JsonNode FirstFile => Manifest["stages"]!["vad"]!["files"]![0]!;

    public static string SumOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public void WriteManifest() => File.WriteAllText(Path.Combine(Folder, "pack.json"), Manifest.ToJsonString());

    public void Put(string relativePath, string content) => Write(Path.Combine(Folder, relativePath), content);

    public void PutOnStick(string relativePath, string content) => Write(Path.Combine(Stick, relativePath), content);

    public string? Read(string relativePath)
    {
        var path = Path.Combine(Folder, relativePath);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public PackReading Load() => ModelPack.Load(Folder);

    public Task<PackImportResult> ImportAsync(
        PackImportOptions? options = null, IProgress<PackImportProgress>? progress = null, CancellationToken token = default) =>
        PackImport.ImportAsync(Folder, Stick, options ?? new PackImportOptions { ReserveBytes = 0 }, progress, token);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
