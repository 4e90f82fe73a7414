using System.Collections.Immutable;
using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Appliance.Inference.Packs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Llm;

public sealed class LlmFactoryTests(TinyModel tiny) : IClassFixture<TinyModel>
{
    [Fact]
    public void Open_WhenPackHasAModel_LoadsItWithThePacksSettings()
    {
        using var opening = Open(StageOf(tiny.File));
        Assert.Null(opening.Degraded);
        Assert.Equal(256, Assert.IsType<LlamaEngine>(opening.Model).ContextTokens);
    }

    [Fact]
    public void Open_WhenPackHasNoStage_GivesNeitherModelNorReason()
    {
        using var opening = Open(null);
        Assert.Null(opening.Model);
        Assert.Null(opening.Degraded);
    }

    [Fact]
    public void Open_WhenModelIsLost_SaysWhy()
    {
        using var opening = Open(StageOf(tiny.PathOf("lost.gguf")));
        Assert.Null(opening.Model);
        Assert.Equal(EngineErrorReason.MissingModel, opening.Degraded?.Reason);
    }

    private static LlmOpening Open(PackStage? stage) =>
        LlmFactory.Open(stage, NativeLibraries.Locate(), TimeProvider.System, NullLoggerFactory.Instance);

    private static PackStage StageOf(string path) => new(
        PackStageKind.Llm,
        PackEngines.LlamaGguf,
        [new PackFile("model", "model.gguf", path, null, null, PackFileOrigin.Import, null, false)],
        "none",
        "test",
        ImmutableSortedDictionary<string, string>.Empty.Add("contextTokens", "256"));
}
