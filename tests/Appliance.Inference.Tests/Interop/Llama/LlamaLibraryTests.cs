using Appliance.Inference.Interop;
using Appliance.Inference.Interop.Llama;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Interop.Llama;

public sealed class LlamaLibraryTests
{
    [Fact]
    public void Load_WhenInstalled_PassesTheHandshake()
    {
        LlamaLibrary.Load(NativeLibraries.Locate(), NullLogger.Instance);
        LlamaLibrary.RequireLayout(LlamaApi.llama_model_default_params(), LlamaApi.llama_context_default_params());
        Assert.NotEqual(0u, GgmlBackendApi.ggml_backend_dev_count());
    }

    [Fact]
    public void RequireVersion_WhenAnother_SaysWhichIsNeeded()
    {
        var error = Assert.Throws<EngineException>(() => LlamaLibrary.RequireVersion("0.6.0-dev"));
        Assert.Equal(EngineErrorReason.WrongLibraryVersion, error.Reason);
        Assert.Contains("v0.5.0 is needed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireLayout_WhenShifted_IsRefused()
    {
        LlamaLibrary.Load(NativeLibraries.Locate(), NullLogger.Instance);
        var shifted = LlamaApi.llama_context_default_params();
        (shifted.TypeK, shifted.TypeV) = (0, shifted.TypeK);
        var error = Assert.Throws<EngineException>(() => LlamaLibrary.RequireLayout(LlamaApi.llama_model_default_params(), shifted));
        Assert.Equal(EngineErrorReason.WrongLibraryVersion, error.Reason);
    }

    [Fact]
    public void Require_WhenAbsent_NamesFileStageAndMend()
    {
        var error = Assert.Throws<EngineException>(() => new NativeLibraryLocator(["/nowhere"]).Require(LlamaLibrary.File));
        Assert.Equal(EngineErrorReason.MissingLibrary, error.Reason);
        Assert.Contains("libllama.v0.5.0.so", error.Message, StringComparison.Ordinal);
        Assert.Contains("llm", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", error.Message, StringComparison.Ordinal);
    }
}
