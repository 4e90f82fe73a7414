using Appliance.Inference.Onnx;

namespace Appliance.Inference.Tests.Onnx;

public sealed class OnnxSessionTests
{
    private static readonly string Model = Repository.PathOf("models", "mini", "whisper", "encoder.onnx");

    [Fact]
    public void Open_WhenModelIsSound_ReadsPortsAndMetadata()
    {
        using var session = OnnxSession.Open(Model, new OnnxSessionOptions());

        var mel = Assert.Single(session.Inputs);
        Assert.Equal("mel", mel.Name);
        Assert.Equal(OnnxElementType.Float, mel.ElementType);
        Assert.Equal([-1L, 80L, -1L], mel.Shape);
        Assert.Equal(["n_layer_cross_k", "n_layer_cross_v"], session.Outputs.Select(port => port.Name));
        Assert.Equal("whisper-mini.en", session.Metadata["model_type"]);
    }

    [Fact]
    public void Open_WhenFileIsAbsent_IsMissingModel()
    {
        var error = Assert.Throws<EngineException>(() => OnnxSession.Open("/absent/model.onnx", new OnnxSessionOptions()));

        Assert.Equal(EngineErrorReason.MissingModel, error.Reason);
        Assert.Contains("/absent/model.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhenBytesAreFlipped_IsDamagedModelAndNamesTheFile()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "encoder.onnx");
        var bytes = File.ReadAllBytes(Model);
        for (var i = 0; i < bytes.Length; i += 97)
        {
            bytes[i] ^= 0x5A;
        }

        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<EngineException>(() => OnnxSession.Open(path, new OnnxSessionOptions()));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        Assert.Equal(EngineErrorReason.DamagedModel, error.Reason);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_WhenNameIsUnknown_NamesWhatTheModelHas()
    {
        using var session = OnnxSession.Open(Model, new OnnxSessionOptions());
        var error = Assert.Throws<EngineException>(() => session.Prepare(["audio"], ["n_layer_cross_k"]));

        Assert.Equal(EngineErrorReason.UnsupportedModel, error.Reason);
        Assert.Contains("mel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_WhenShapeIsWrong_ReportsTheEnginesText()
    {
        using var session = OnnxSession.Open(Model, new OnnxSessionOptions());
        using var mel = OnnxTensor.Zeros<float>(1, 79, 512);
        var run = session.Prepare(["mel"], ["n_layer_cross_k"]);
        var error = Assert.Throws<EngineException>(() => run.Execute([mel], new OnnxTensor?[1]));

        Assert.Equal(EngineErrorReason.EngineFailed, error.Reason);
        Assert.Contains("encoder.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_IntoATensorOfOnesOwn_WritesItInPlace()
    {
        using var session = OnnxSession.Open(Model, new OnnxSessionOptions());
        using var mel = OnnxTensor.Zeros<float>(1, 80, 512);
        using var own = OnnxTensor.Zeros<float>(4, 1, 256, 192);
        var run = session.Prepare(["mel"], ["n_layer_cross_k"]);
        var fresh = new OnnxTensor?[1];
        run.Execute([mel], fresh);
        run.Execute([mel], new OnnxTensor?[] { own });

        Assert.Equal([4L, 1L, 256L, 192L], fresh[0]!.Shape.ToArray());
        Assert.Equal(fresh[0]!.Span<float>().ToArray(), own.Span<float>().ToArray());
        Assert.Contains(own.Span<float>().ToArray(), value => value != 0);
        fresh[0]!.Dispose();
    }
}
