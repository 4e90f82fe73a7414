namespace Appliance.Inference.Tests.Tts.Piper;

public sealed class PiperVoiceFileTests(TinyVoice tiny) : IClassFixture<TinyVoice>
{
    [Fact]
    public void Open_WhenConfigurationIsMissing_NamesIt() =>
        Expect(EngineErrorReason.MissingModel, tiny.PathOf("absent.onnx"), "absent.onnx.json");

    [Fact]
    public async Task Open_WhenModelIsMissing_NamesIt()
    {
        var path = await tiny.WriteAsync("gone.onnx");
        File.Delete(path);
        Expect(EngineErrorReason.MissingModel, path, "gone.onnx");
    }

    [Fact]
    public async Task Open_WhenModelIsDamaged_SaysSo()
    {
        var path = await tiny.WriteAsync("damaged.onnx");
        await File.WriteAllTextAsync(path, "not a model", TestContext.Current.CancellationToken);
        Expect(EngineErrorReason.DamagedModel, path, "damaged.onnx");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"audio\":{\"sample_rate\":\"x\"},\"espeak\":{\"voice\":\"en\"},\"phoneme_id_map\":{\"_\":[0],\"^\":[1],\"$\":[2]}}")]
    public async Task Open_WhenConfigurationIsDamaged_SaysSo(string json)
    {
        var path = await tiny.WriteAsync("config.onnx");
        await File.WriteAllTextAsync(path + ".json", json, TestContext.Current.CancellationToken);
        Expect(EngineErrorReason.DamagedModel, path, "config.onnx.json");
    }

    [Theory]
    [InlineData("{\"phoneme_type\":\"text\"}", "text")]
    [InlineData("{\"audio\":{\"sample_rate\":1},\"espeak\":{\"voice\":\"en\"},\"phoneme_id_map\":{\"_\":[0],\"^\":[1]}}", "'$'")]
    public async Task Open_WhenConfigurationIsOfAnotherKind_SaysUnsupported(string json, string named)
    {
        var path = await tiny.WriteAsync("kind.onnx");
        await File.WriteAllTextAsync(path + ".json", json, TestContext.Current.CancellationToken);
        Expect(EngineErrorReason.UnsupportedModel, path, named);
    }

    private static void Expect(EngineErrorReason reason, string path, string named)
    {
        var error = Assert.Throws<EngineException>(() => TinyVoice.Open(path));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
