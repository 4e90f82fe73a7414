using Appliance.Inference.Interop.Espeak;
using Appliance.Inference.Interop.Llama;
using Appliance.Inference.Interop.OnnxRuntime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Interop;

/// <summary>What a look at one native library found.</summary>
/// <param name="Name">File name.</param>
/// <param name="Stages">Pack stages that stop without it.</param>
/// <param name="Version">As the library reports it; null when it cannot be used.</param>
/// <param name="Problem">Why it cannot be used, with its mend; null when it can.</param>
public sealed record NativeLibraryState(string Name, string Stages, string? Version, EngineException? Problem);

/// <summary>Loads every native library of the engines and shakes hands with it.</summary>
public static class NativeLibraryProbe
{
    /// <summary>ONNX Runtime, llama.cpp and libespeak-ng, in this order. Libraries stay loaded.</summary>
    public static IReadOnlyList<NativeLibraryState> Run(NativeLibraryLocator locator)
    {
        ArgumentNullException.ThrowIfNull(locator);
        return
        [
            Look(OnnxRuntimeApi.Library.FileName, OnnxRuntimeApi.Library.Stages, () =>
            {
                OnnxRuntimeApi.LoadTable(locator);
                return OnnxRuntimeApi.Version(locator);
            }),
            Look(LlamaLibrary.File.FileName, LlamaLibrary.File.Stages, () =>
            {
                // A library that was loaded before would hide one that is missing now.
                locator.Require(LlamaLibrary.File);
                LlamaLibrary.Load(locator, NullLogger.Instance);
                return LlamaLibrary.Version;
            }),
            Look(SpeakLib.Library, "tts", () => EspeakLibrary.Open().Version),
        ];
    }

    private static NativeLibraryState Look(string name, string stages, Func<string> version)
    {
        try
        {
            return new NativeLibraryState(name, stages, version(), null);
        }
        catch (EngineException problem)
        {
            return new NativeLibraryState(name, stages, null, problem);
        }
    }
}
