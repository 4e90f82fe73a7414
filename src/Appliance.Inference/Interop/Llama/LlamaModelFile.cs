using Appliance.Inference.Llm;

namespace Appliance.Inference.Interop.Llama;

/// <summary>Opens a GGUF file. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md</summary>
internal static class LlamaModelFile
{
    private static ReadOnlySpan<byte> Magic => "GGUF"u8;

    /// <exception cref="EngineException">MissingModel, DamagedModel or UnsupportedModel.</exception>
    internal static LlamaModelHandle Open(LlamaOptions options)
    {
        var name = Path.GetFileName(options.ModelFile);
        if (!File.Exists(options.ModelFile))
        {
            throw new EngineException(
                EngineErrorReason.MissingModel, $"{name} (stage llm) does not exist. Run scripts/fetch-models.sh or import the model pack.");
        }

        if (!BeginsWithMagic(options.ModelFile))
        {
            throw Damaged(name, "it does not begin as a GGUF file");
        }

        var parameters = LlamaApi.llama_model_default_params();
        parameters.GpuLayers = options.GpuLayers;
        parameters.CheckTensors = 1;
        LlamaLog.TakeErrors();
        var model = LlamaApi.llama_model_load_from_file(options.ModelFile, parameters);
        if (!model.IsInvalid)
        {
            return model;
        }

        model.Dispose();
        var why = LlamaLog.TakeErrors();
        throw why.Contains("unknown model architecture", StringComparison.Ordinal)
            ? new EngineException(EngineErrorReason.UnsupportedModel, $"{name} (stage llm) is of a kind that llama.cpp {LlamaLibrary.Version} does not run.")
            : Damaged(name, why);
    }

    private static bool BeginsWithMagic(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }

    private static EngineException Damaged(string name, string why) =>
        new(EngineErrorReason.DamagedModel, $"{name} (stage llm) cannot be loaded: {why}. Fetch or import the model pack again.");
}
