using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// Loads llama.cpp once per process: libggml-base, libggml and libllama in the order they need each other, then the
/// backend that suits the processor; and checks that the binary is the one this binding was written for.
/// </summary>
internal static unsafe class LlamaLibrary
{
    internal const string Version = "v0.5.0";

    private const string Package = "@node-llama-cpp/linux-x64/bins/linux-x64/";
    private static readonly Lock Gate = new();
    private static bool _loaded;

    internal static NativeLibraryFile File { get; } = FileOf(LlamaApi.Library);

    /// <exception cref="EngineException">MissingLibrary or WrongLibraryVersion.</exception>
    internal static void Load(NativeLibraryLocator locator, ILogger logger)
    {
        lock (Gate)
        {
            if (!_loaded)
            {
                locator.Load(FileOf("libggml-base.so"));
                locator.Load(FileOf(GgmlBackendApi.Library));
                locator.Load(File);
                RequireVersion(Marshal.PtrToStringUTF8((nint)LlamaApi.llama_version()) ?? string.Empty);
                RequireLayout(LlamaApi.llama_model_default_params(), LlamaApi.llama_context_default_params());
                LlamaLog.Attach(logger);
                LoadBackends(Path.GetDirectoryName(locator.Require(File))!);
                LlamaApi.llama_backend_init();
                _loaded = true;
            }

            LlamaLog.Attach(logger);
        }
    }

    /// <summary>Builds outside a release name themselves 0.5.0-dev; the layout check holds them to the header.</summary>
    internal static void RequireVersion(string version)
    {
        if ("v" + version.Split('-')[0] != Version)
        {
            throw Wrong($"reports version {version}, {Version} is needed");
        }
    }

    /// <summary>The library's own defaults, read through our structs, must show what llama.h v0.5.0 sets.</summary>
    internal static void RequireLayout(LlamaModelParams model, LlamaContextParams context)
    {
        var modelFits = model is { GpuLayers: -1, LoadMode: -1, UseExtraBuffers: 1, LoadMtp: 0, MainGpu: 0 };
        var contextFits = context is
        {
            ContextTokens: 512, BatchTokens: 2048, MicroBatchTokens: 512, Sequences: 1, PoolingType: -1, FlashAttention: -1,
            DefragThreshold: -1f, TypeK: 1, TypeV: 1, OffloadKqv: 1, NoPerf: 1, OpOffload: 1, SwaFull: 1, KvUnified: 0, OtherContext: 0,
        };
        if (!modelFits || !contextFits)
        {
            throw Wrong("lays out its parameters otherwise than llama.h " + Version);
        }
    }

    private static void LoadBackends(string folder)
    {
        if (GgmlBackendApi.ggml_backend_dev_count() == 0)
        {
            GgmlBackendApi.ggml_backend_load_all_from_path(folder);
        }

        if (GgmlBackendApi.ggml_backend_dev_count() == 0)
        {
            throw new EngineException(
                EngineErrorReason.MissingLibrary,
                $"libggml-cpu-*.so (stage llm): no backend in {folder} runs on this processor. Run scripts/setup.sh to install them.");
        }
    }

    private static NativeLibraryFile FileOf(string name) => new(name, Package + name, "llm");

    private static EngineException Wrong(string how) =>
        new(EngineErrorReason.WrongLibraryVersion, $"{LlamaApi.Library} (stage llm) {how}. Run scripts/setup.sh to install it.");
}
