using Appliance.Inference.Interop;
using Appliance.Inference.Interop.OnnxRuntime;

namespace Appliance.Inference.Tests.Interop.OnnxRuntime;

public sealed class OnnxRuntimeApiTests
{
    [Fact]
    public void Version_OfTheInstalledLibrary_IsThePinnedOne() =>
        Assert.Equal(OnnxRuntimeApi.PinnedVersion, OnnxRuntimeApi.Version(NativeLibraries.Locate()));

    [Fact]
    public void LoadTable_WhenLibraryIsInstalled_PassesTheHandshake() =>
        Assert.NotEqual(0, OnnxRuntimeApi.LoadTable(NativeLibraries.Locate()));

    [Fact]
    public void LoadTable_WhenFolderIsEmpty_NamesFileStageAndMend()
    {
        var folder = Directory.CreateTempSubdirectory();
        var error = Assert.Throws<EngineException>(
            () => OnnxRuntimeApi.LoadTable(NativeLibraries.Locate(folder.FullName, AppContext.BaseDirectory)));
        folder.Delete();

        Assert.Equal(EngineErrorReason.MissingLibrary, error.Reason);
        Assert.Contains("libonnxruntime.so.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("vad, stt, tts", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadTable_WhenFileIsNoLibrary_IsMissingLibrary()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, OnnxRuntimeApi.Library.FileName), "not a library");
        var error = Assert.Throws<EngineException>(
            () => OnnxRuntimeApi.LoadTable(new NativeLibraryLocator([folder.FullName])));
        folder.Delete(recursive: true);

        Assert.Equal(EngineErrorReason.MissingLibrary, error.Reason);
    }

    [Fact]
    public void Describe_OfEachElementType_GivesBackTypeAndShape()
    {
        foreach (var type in (int[])[1, 6, 7])
        {
            using var value = OnnxRuntimeApi.CreateTensor([2, 3, 5], type);
            var (actual, shape) = OnnxRuntimeApi.Describe(value);
            Assert.Equal(type, actual);
            Assert.Equal([2L, 3L, 5L], shape);
        }
    }

    [Fact]
    public void Table_PlacesOfThePublishedHeader_HaveNotMoved()
    {
        // The header's own static assertions fix these places; ours are counted from the same list.
        Assert.Equal(92, (int)OrtFunction.ReleaseEnv);
        Assert.Equal(100, (int)OrtFunction.ReleaseSessionOptions);
        Assert.Equal(118, (int)OrtFunction.ReleaseModelMetadata);
    }
}
