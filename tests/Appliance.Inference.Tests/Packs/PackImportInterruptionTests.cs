using Appliance.Inference.Packs;

namespace Appliance.Inference.Tests.Packs;

public sealed class PackImportInterruptionTests : IDisposable
{
    private readonly PackFolder _pack = new();

    public PackImportInterruptionTests()
    {
        _pack.Put("vad/model.onnx", "old");
        _pack.Put("llm/model.gguf", "old weights");
        _pack.PutOnStick("model.onnx", "vad");
        _pack.PutOnStick("model.gguf", "weights");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_WhenCancelledBetweenTwoFiles_LeavesTheOldState()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var progress = new AtFile(2, cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pack.ImportAsync(progress: progress, token: cancel.Token));

        AssertOldState();
        Assert.False(Directory.Exists(Path.Combine(_pack.Folder, ".import", "files")));
    }

    [Fact]
    public async Task Import_WhenTheStickIsPulledBetweenTwoFiles_LeavesTheOldState()
    {
        var progress = new AtFile(2, () => File.Delete(Path.Combine(_pack.Stick, "model.gguf")));

        var result = await _pack.ImportAsync(progress: progress, token: Token);

        Assert.Equal(PackProblemKind.Unreadable, Assert.Single(result.Problems).Kind);
        AssertOldState();
    }

    [Fact]
    public void Load_WhenAnImportWasCutOffBeforeItsCommit_KeepsTheOldState()
    {
        _pack.Put(".import/files/llm/model.gguf", "half of the wei");

        _pack.Load();

        AssertOldState();
    }

    [Fact]
    public void Load_WhenAnImportWasCutOffBetweenItsRenames_FinishesIt()
    {
        _pack.Put("vad/model.onnx", "vad");
        _pack.Put(".import/files/llm/model.gguf", "weights");
        _pack.Put(".import/files/checksums.json", $$"""{ "sha256": { "llm/model.gguf": "{{PackFolder.SumOf("weights")}}" } }""");
        _pack.Put(".import/ready", string.Empty);

        var reading = _pack.Load();

        Assert.True(reading.IsSound);
        Assert.Equal("weights", _pack.Read("llm/model.gguf"));
        Assert.Null(_pack.Read(".import/ready"));
    }

    [Fact]
    public async Task Import_WhenTheLastOneLeftHalfACopy_StartsAfresh()
    {
        _pack.Put(".import/files/llm/model.gguf", "half of the wei");
        _pack.Put(".import/files/stray.onnx", "stray");

        var result = await _pack.ImportAsync(token: Token);

        Assert.True(result.Succeeded);
        Assert.Equal("weights", _pack.Read("llm/model.gguf"));
        Assert.Null(_pack.Read("stray.onnx"));
    }

    [Fact]
    public async Task Import_WhenAnotherImportRuns_IsRefused()
    {
        PackImportResult? second = null;
        var progress = new AtFile(1, () => second = _pack.ImportAsync(token: Token).GetAwaiter().GetResult());

        var first = await _pack.ImportAsync(progress: progress, token: Token);

        Assert.True(first.Succeeded);
        Assert.Equal(PackProblemKind.Unreadable, Assert.Single(second!.Problems).Kind);
    }

    public void Dispose() => _pack.Dispose();

    private void AssertOldState()
    {
        Assert.Equal("old", _pack.Read("vad/model.onnx"));
        Assert.Equal("old weights", _pack.Read("llm/model.gguf"));
        Assert.Null(_pack.Read("checksums.json"));
    }

    private sealed class AtFile(int number, Action act) : IProgress<PackImportProgress>
    {
        public void Report(PackImportProgress value)
        {
            if (value.Number == number)
            {
                act();
            }
        }
    }
}
