using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>
/// onnxruntime_c_api.h: the library, its function table and its status. The table is fetched once and lives as long as
/// the process. Every status is checked; a failure becomes an <see cref="EngineException"/>.
/// </summary>
internal static unsafe partial class OnnxRuntimeApi
{
    /// <summary>The table version asked for: the oldest one that holds every function used here in all later releases.</summary>
    internal const uint ApiVersion = 22;

    /// <summary>The release that the lock file pins.</summary>
    internal const string PinnedVersion = "1.30.0";

    internal static readonly NativeLibraryFile Library = new(
        "libonnxruntime.so.1",
        "onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1",
        "vad, stt, tts");

    private static readonly Lazy<nint> Table = new(() => LoadTable(NativeLibraries.Locate()));

    /// <summary>Loads the library and returns its function table after the handshake.</summary>
    /// <exception cref="EngineException">Missing library or one too old for <see cref="ApiVersion"/>.</exception>
    internal static nint LoadTable(NativeLibraryLocator locator)
    {
        var apiBase = Base(locator);
        var table = ((delegate* unmanaged<uint, nint>)apiBase[0])(ApiVersion);
        if (table == 0)
        {
            throw new EngineException(
                EngineErrorReason.WrongLibraryVersion,
                $"{Library.FileName} is version {Version(locator)}, which has no API {ApiVersion}. Run scripts/setup.sh to install {PinnedVersion}.");
        }

        ShakeHands((nint*)table);
        return table;
    }

    /// <summary>Release of the library, e.g. <c>1.30.0</c>.</summary>
    internal static string Version(NativeLibraryLocator locator) =>
        Text(((delegate* unmanaged<nint>)Base(locator)[1])());

    internal static bool Release(OrtFunction function, nint pointer)
    {
        ((delegate* unmanaged<nint, void>)At(function))(pointer);
        return true;
    }

    /// <summary>A status goes in and must come out of the table as it was, or a place is wrong.</summary>
    private static void ShakeHands(nint* table)
    {
        const int Code = 9;
        fixed (byte* message = "handshake"u8)
        {
            var status = ((delegate* unmanaged<int, byte*, nint>)table[(int)OrtFunction.CreateStatus])(Code, message);
            var (code, text) = Read(table, status);
            if (code != Code || text != "handshake")
            {
                throw new EngineException(
                    EngineErrorReason.WrongLibraryVersion,
                    $"The function table of {Library.FileName} is not laid out as expected.");
            }
        }
    }

    private static nint* Base(NativeLibraryLocator locator)
    {
        var getBase = NativeLibrary.GetExport(locator.Load(Library), "OrtGetApiBase");
        return (nint*)((delegate* unmanaged<nint>)getBase)();
    }

    private static nint At(OrtFunction function) => ((nint*)Table.Value)[(int)function];

    private static void Check(nint status)
    {
        if (status != 0)
        {
            throw new EngineException(EngineErrorReason.EngineFailed, "ONNX Runtime: " + Read((nint*)Table.Value, status).Text);
        }
    }

    private static (int Code, string Text) Read(nint* table, nint status)
    {
        var code = ((delegate* unmanaged<nint, int>)table[(int)OrtFunction.GetErrorCode])(status);
        var text = Text(((delegate* unmanaged<nint, nint>)table[(int)OrtFunction.GetErrorMessage])(status));
        ((delegate* unmanaged<nint, void>)table[(int)OrtFunction.ReleaseStatus])(status);
        return (code, text);
    }

    private static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? string.Empty;
}
