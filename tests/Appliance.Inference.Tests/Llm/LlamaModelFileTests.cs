namespace Appliance.Inference.Tests.Llm;

public sealed class LlamaModelFileTests(TinyModel tiny) : IClassFixture<TinyModel>
{
    [Fact]
    public void Load_WhenFileIsMissing_NamesIt()
    {
        var error = Assert.Throws<EngineException>(() => TinyModel.Load(tiny.PathOf("absent.gguf")));
        Assert.Equal(EngineErrorReason.MissingModel, error.Reason);
        Assert.Contains("absent.gguf", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(9000)]
    [InlineData(200_000)]
    public void Load_WhenFileIsCutShort_SaysDamaged(int length)
    {
        var path = tiny.PathOf($"cut-{length}.gguf");
        File.WriteAllBytes(path, File.ReadAllBytes(tiny.File)[..length]);
        var error = Assert.Throws<EngineException>(() => TinyModel.Load(path));
        Assert.Equal(EngineErrorReason.DamagedModel, error.Reason);
        Assert.Contains(Path.GetFileName(path), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WhenFileIsSomethingElse_SaysDamaged()
    {
        var path = tiny.PathOf("other.gguf");
        File.WriteAllText(path, "<html>not found</html>");
        Assert.Equal(EngineErrorReason.DamagedModel, Assert.Throws<EngineException>(() => TinyModel.Load(path)).Reason);
    }

    [Fact]
    public async Task Load_WhenArchitectureIsUnknown_SaysUnsupported()
    {
        var path = tiny.PathOf("other-architecture.gguf");
        await TinyModel.WriteAsync(path, "--architecture", "nosuch");
        var error = Assert.Throws<EngineException>(() => TinyModel.Load(path));
        Assert.Equal(EngineErrorReason.UnsupportedModel, error.Reason);
    }
}
