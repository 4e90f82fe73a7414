using System.Diagnostics;
using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Engines;

/// <summary>The real engine with a small model of random weights: it answers anything that the grammar allows.</summary>
public sealed class TinyLanguageModel : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tiny-gguf-");

    public LlamaEngine Engine { get => field ?? throw new InvalidOperationException(); private set; }

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder.FullName, "tiny.gguf");
        using var python = Process.Start(new ProcessStartInfo("python3", [Repository.PathOf("scripts", "train", "tiny-gguf", "make_gguf.py"), file]))!;
        await python.WaitForExitAsync();
        Assert.Equal(0, python.ExitCode);

        // Its vocabulary is of letters, so a prompt takes many tokens.
        var options = new LlamaOptions { ModelFile = file, ContextTokens = 8192, MemoryTokens = 32_768, Threads = 1, BatchThreads = 1 };
        Engine = LlamaEngine.Load(options, NativeLibraries.Locate(), TimeProvider.System, NullLogger<LlamaEngine>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
