using System.Text.Json.Nodes;
using Appliance.Inference.Packs;

namespace Appliance.Inference.Tests.Packs;

public sealed class ModelPackTests : IDisposable
{
    private readonly PackFolder _pack = new();

    [Fact]
    public async Task LoadAndVerify_WhenThePackIsMini_FindsNothingWrong()
    {
        var reading = ModelPack.Load(Repository.PathOf("models", "mini"));

        Assert.Empty(reading.Problems);
        Assert.True(reading.IsSound);
        Assert.Equal("mini", reading.Pack!.Name);
        Assert.Equal(
            [PackStageKind.Vad, PackStageKind.Stt, PackStageKind.Tts], reading.Pack.Stages.Select(stage => stage.Kind));
        Assert.Equal("en-us", reading.Pack.Stage(PackStageKind.Tts)!.Parameter("voice"));
        Assert.Equal("5.12", reading.Pack.Stage(PackStageKind.Stt)!.Parameter("padSeconds"));
        Assert.EndsWith("/whisper/encoder.onnx", reading.Pack.Stage(PackStageKind.Stt)!.PathOf("encoder"), StringComparison.Ordinal);
        Assert.Empty(await PackVerification.VerifyAsync(reading.Pack, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Load_WhenThePackIsStandard_FindsASoundManifest()
    {
        var reading = ModelPack.Load(Repository.PathOf("models", "standard"));

        Assert.Equal(4, reading.Pack!.Stages.Length);
        Assert.DoesNotContain(reading.Problems, problem => problem.Kind == PackProblemKind.BadManifest);
        Assert.All(
            reading.Pack.Stages.SelectMany(stage => stage.Files),
            file => Assert.StartsWith("https://", file.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_WhenFilesAreMissing_NamesEachWithItsStageAndMend()
    {
        _pack.Put("../../scripts/setup.sh", string.Empty);

        var reading = _pack.Load();

        Assert.Equal(
            [
                "vad: models/trial/vad/model.onnx is missing. Mend: scripts/setup.sh",
                "llm: models/trial/llm/model.gguf is missing. Mend: appliance models import FOLDER --pack trial",
            ],
            reading.Problems.Select(problem => problem.ToString()));
        Assert.NotNull(reading.Pack);
        Assert.False(reading.StageIsSound(PackStageKind.Vad));
    }

    [Fact]
    public void Load_WhenOneStageIsDamaged_LeavesTheOthersSound()
    {
        _pack.Put("vad/model.onnx", "vad");
        _pack.Put("llm/model.gguf", "weights");

        var reading = _pack.Load();

        Assert.True(reading.StageIsSound(PackStageKind.Vad));
        Assert.False(reading.StageIsSound(PackStageKind.Stt));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((PackStageKind.Llm, PackProblemKind.ChecksumUnknown), (problem.Stage!.Value, problem.Kind));
        Assert.Equal("appliance models import models/trial --pack trial", problem.Mend);
    }

    [Fact]
    public void Load_WhenAFileIsCutShort_ReportsItsLength()
    {
        _pack.Put("vad/model.onnx", "va");

        var problem = _pack.Load().Problems[0];

        Assert.Equal(PackProblemKind.Damaged, problem.Kind);
        Assert.Contains("is damaged (2 bytes instead of 3)", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhenAByteIsFlippedInACheckout_SaysHowToRestoreIt()
    {
        _pack.Put("../../.git/HEAD", string.Empty);
        _pack.FirstFile["origin"] = "repository";
        _pack.WriteManifest();
        _pack.Put("vad/model.onnx", "vae");
        _pack.Put("llm/model.gguf", "weights");

        var problems = await PackVerification.VerifyAsync(_pack.Load().Pack!, TestContext.Current.CancellationToken);

        Assert.Equal(
            "vad: models/trial/vad/model.onnx is damaged (SHA-256 differs). Mend: git checkout -- models/trial/vad/model.onnx",
            problems[0].ToString());
        Assert.Equal(PackProblemKind.ChecksumUnknown, problems[1].Kind);
    }

    [Theory]
    [InlineData("../outside.onnx")]
    [InlineData("vad/../../outside.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData("vad\\model.onnx")]
    [InlineData("C:/model.onnx")]
    [InlineData("vad//model.onnx")]
    [InlineData(".import/ready")]
    [InlineData("")]
    public void Load_WhenAPathLeavesThePack_RefusesTheStage(string path)
    {
        _pack.FirstFile["path"] = path;
        _pack.WriteManifest();

        var reading = _pack.Load();

        Assert.Null(reading.Pack!.Stage(PackStageKind.Vad));
        Assert.Contains(reading.Problems, p => p is { Stage: PackStageKind.Vad, Kind: PackProblemKind.BadManifest });
    }

    [Theory]
    [InlineData("{ \"format\": 1, ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"format\": 1, \"name\": \"trial\" }")]
    [InlineData("{ \"format\": 2, \"name\": \"x\", \"version\": \"1\", \"description\": \"x\", \"stages\": {} }")]
    [InlineData("{ \"format\": 1, \"name\": \"x\", \"version\": \"1\", \"description\": \"x\", \"stages\": {}, \"stagse\": {} }")]
    public void Load_WhenTheManifestIsWrong_ReportsItAndGivesNoPack(string json)
    {
        _pack.Put("pack.json", json);

        var reading = _pack.Load();

        Assert.Null(reading.Pack);
        Assert.Equal(PackProblemKind.BadManifest, Assert.Single(reading.Problems).Kind);
    }

    [Theory]
    [InlineData("""{ "vad": null }""")]
    [InlineData("""{ "vad": { "engine": "silero-onnx", "licence": "MIT", "source": "none", "files": [null] } }""")]
    [InlineData("""{ "vad": { "engine": "silero-onnx", "licence": "MIT", "source": "none", "files": [] } }""")]
    public void Load_WhenAStageIsIncomplete_NamesTheStage(string stages)
    {
        _pack.Manifest["stages"] = JsonNode.Parse(stages);
        _pack.WriteManifest();

        var problem = Assert.Single(_pack.Load().Problems);

        Assert.Equal((PackStageKind.Vad, PackProblemKind.BadManifest), (problem.Stage!.Value, problem.Kind));
    }

    [Fact]
    public void Load_WhenTheFolderDoesNotExist_ReportsTheManifest()
    {
        var reading = ModelPack.Load(Path.Combine(_pack.Folder, "absent"));

        Assert.Null(reading.Pack);
        Assert.Contains("pack.json does not exist", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WhenSeveralStagesAreWrong_ReportsThemTogether()
    {
        _pack.FirstFile["sha256"] = "abc";
        _pack.Manifest["stages"]!["llm"]!["engine"] = "whisper-onnx";
        _pack.Manifest["stages"]!["smell"] = new JsonObject
        {
            ["engine"] = "nose",
            ["licence"] = "MIT",
            ["source"] = "none",
            ["files"] = new JsonArray(),
        };
        _pack.WriteManifest();

        Assert.Equal(
            [PackStageKind.Vad, PackStageKind.Llm, null], _pack.Load().Problems.Select(problem => problem.Stage));
    }

    public void Dispose() => _pack.Dispose();
}
