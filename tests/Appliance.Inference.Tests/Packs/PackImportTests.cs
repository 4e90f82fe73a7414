using Appliance.Inference.Packs;

namespace Appliance.Inference.Tests.Packs;

public sealed class PackImportTests : IDisposable
{
    private readonly PackFolder _pack = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_WhenTheStickHoldsEveryFile_BringsThemInAndRecordsUnknownSums()
    {
        _pack.PutOnStick("vad/model.onnx", "vad");
        _pack.PutOnStick("downloads/published.gguf", "weights");
        _pack.PutOnStick("downloads/._published.gguf", "left by another system");

        var result = await _pack.ImportAsync(token: Token);

        Assert.Empty(result.Problems);
        Assert.Equal(["vad/model.onnx", "llm/model.gguf"], result.Imported);
        Assert.Equal(["llm/model.gguf"], result.Recorded);
        Assert.Equal("weights", _pack.Read("llm/model.gguf"));
        Assert.Contains(PackFolder.SumOf("weights"), _pack.Read("checksums.json"), StringComparison.Ordinal);
        var reading = _pack.Load();
        Assert.True(reading.IsSound);
        Assert.True(reading.Pack!.Stage(PackStageKind.Llm)!.Files[0].ChecksumIsRecorded);
        Assert.Empty(await PackVerification.VerifyAsync(reading.Pack, Token));
    }

    [Fact]
    public async Task Import_WhenAFileDiffersFromTheManifest_ChangesNothing()
    {
        _pack.PutOnStick("model.onnx", "bad");
        _pack.PutOnStick("model.gguf", "weights");

        var result = await _pack.ImportAsync(token: Token);

        var problem = Assert.Single(result.Problems);
        Assert.Equal((PackStageKind.Vad, PackProblemKind.Damaged), (problem.Stage!.Value, problem.Kind));
        AssertUntouched();
    }

    [Fact]
    public async Task Import_WhenFilesAreNotOnTheStick_NamesThemAll()
    {
        var result = await _pack.ImportAsync(token: Token);

        Assert.Equal(["vad/model.onnx", "llm/model.gguf"], result.Problems.Select(problem => problem.File));
        Assert.All(result.Problems, problem => Assert.Equal(PackProblemKind.NotInSource, problem.Kind));
        Assert.Contains("https://example.org/published.gguf", result.Problems[1].Mend, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task Import_WhenTheContentOfARecordedFileChanged_RefusesIt()
    {
        _pack.PutOnStick("model.onnx", "vad");
        _pack.PutOnStick("model.gguf", "weights");
        await _pack.ImportAsync(token: Token);
        File.Delete(Path.Combine(_pack.Folder, "llm", "model.gguf"));
        _pack.PutOnStick("model.gguf", "other weights");

        var result = await _pack.ImportAsync(token: Token);

        Assert.Contains("checksums.json", Assert.Single(result.Problems).Mend, StringComparison.Ordinal);
        Assert.Null(_pack.Read("llm/model.gguf"));
    }

    [Fact]
    public async Task Import_WhenSeveralFilesMayBeMeant_AsksForOne()
    {
        _pack.Put("vad/model.onnx", "vad");
        _pack.PutOnStick("a/model.gguf", "weights");
        _pack.PutOnStick("b/model.gguf", "other weights");

        var result = await _pack.ImportAsync(token: Token);

        Assert.Equal(PackProblemKind.Ambiguous, Assert.Single(result.Problems).Kind);
        Assert.Null(_pack.Read("llm/model.gguf"));
    }

    [Fact]
    public async Task Import_WhenSeveralFilesHaveTheNameAndTheSumIsKnown_TakesTheRightOne()
    {
        _pack.PutOnStick("a/model.onnx", "bad");
        _pack.PutOnStick("b/model.onnx", "vad");
        _pack.PutOnStick("model.gguf", "weights");

        var result = await _pack.ImportAsync(token: Token);

        Assert.True(result.Succeeded);
        Assert.Equal("vad", _pack.Read("vad/model.onnx"));
    }

    [Fact]
    public async Task Import_WhenTheFilesLieInThePackAlready_RecordsTheirSums()
    {
        _pack.Put("vad/model.onnx", "vad");
        _pack.Put("llm/model.gguf", "weights");

        var result = await PackImport.ImportAsync(_pack.Folder, _pack.Folder, cancellationToken: Token);

        Assert.Empty(result.Imported);
        Assert.Equal(["llm/model.gguf"], result.Recorded);
        Assert.Equal(["vad/model.onnx"], result.Unchanged);
        Assert.True(_pack.Load().IsSound);
    }

    [Fact]
    public async Task Import_WhenTheDiskIsTooFull_SaysSoAndChangesNothing()
    {
        _pack.PutOnStick("model.onnx", "vad");
        _pack.PutOnStick("model.gguf", "weights");

        var result = await _pack.ImportAsync(new PackImportOptions { ReserveBytes = long.MaxValue / 2 }, token: Token);

        Assert.Equal(PackProblemKind.DiskFull, Assert.Single(result.Problems).Kind);
        AssertUntouched();
    }

    [Fact]
    public async Task Import_WhenOneStageIsChosen_LeavesTheOthersAlone()
    {
        _pack.PutOnStick("model.onnx", "vad");

        var result = await _pack.ImportAsync(
            new PackImportOptions { ReserveBytes = 0, Stages = [PackStageKind.Vad] }, token: Token);

        Assert.Equal(["vad/model.onnx"], result.Imported);
    }

    [Fact]
    public async Task Import_WhenTheSourceDoesNotExist_SaysSo()
    {
        var result = await PackImport.ImportAsync(_pack.Folder, Path.Combine(_pack.Stick, "absent"), cancellationToken: Token);

        Assert.Equal(PackProblemKind.Unreadable, Assert.Single(result.Problems).Kind);
    }

    [Fact]
    public async Task Import_WhenTheManifestIsWrong_RefusesIt()
    {
        _pack.FirstFile["path"] = "../../outside.onnx";
        _pack.WriteManifest();

        var result = await _pack.ImportAsync(token: Token);

        Assert.Equal(PackProblemKind.BadManifest, Assert.Single(result.Problems).Kind);
    }

    public void Dispose() => _pack.Dispose();

    private void AssertUntouched()
    {
        Assert.Null(_pack.Read("vad/model.onnx"));
        Assert.Null(_pack.Read("llm/model.gguf"));
        Assert.Null(_pack.Read("checksums.json"));
    }
}
