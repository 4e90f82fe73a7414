using System.Diagnostics;
using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Llm;

/// <summary>A random-weight Llama of 230 KB, written anew for each test class; the engine and the library are the real ones.</summary>
public sealed class TinyModel : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tiny-gguf-");

    public string File => Path.Combine(_folder.FullName, "tiny.gguf");

    public LlamaEngine Engine { get => field ?? throw new InvalidOperationException(); private set; }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public LlamaEngine Load(int contextTokens = 2048) => Load(File, contextTokens);

    public static LlamaEngine Load(string file, int contextTokens = 2048) => LlamaEngine.Load(
        new LlamaOptions { ModelFile = file, ContextTokens = contextTokens, Threads = 1, BatchThreads = 1 },
        NativeLibraries.Locate(),
        TimeProvider.System,
        NullLogger<LlamaEngine>.Instance);

    public static async Task WriteAsync(string path, params string[] arguments)
    {
        var script = Repository.PathOf("scripts", "train", "tiny-gguf", "make_gguf.py");
        using var python = Process.Start(new ProcessStartInfo("python3", [script, path, .. arguments]))!;
        await python.WaitForExitAsync();
        Assert.Equal(0, python.ExitCode);
    }

    public async ValueTask InitializeAsync()
    {
        await WriteAsync(File);
        Engine = Load();
    }

    public ValueTask DisposeAsync()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
