using System.Diagnostics;
using Appliance.Inference.Tts.Piper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Tts.Piper;

/// <summary>Voices of a few sines in Piper's form, written anew for each test class.</summary>
public sealed class TinyVoice : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tiny-piper-");

    public async Task<string> WriteAsync(string name, params string[] arguments)
    {
        var path = PathOf(name);
        var script = Repository.PathOf("scripts", "train", "tiny-piper", "make_voice.py");
        using var python = Process.Start(new ProcessStartInfo("python3", [script, path, .. arguments]))!;
        await python.WaitForExitAsync();
        Assert.Equal(0, python.ExitCode);
        return path;
    }

    public async Task<PiperSynthesizer> OpenAsync(string name, params string[] arguments) =>
        Open(await WriteAsync(name, arguments));

    public static PiperSynthesizer Open(string path) =>
        new(new PiperOptions { ModelFile = path }, NullLogger<PiperSynthesizer>.Instance);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
