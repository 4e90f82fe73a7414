using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>ggml-backend.h of llama.cpp v0.5.0. https://github.com/ggml-org/llama.cpp/blob/v0.5.0/ggml/include/ggml-backend.h</summary>
internal static partial class GgmlBackendApi
{
    internal const string Library = "libggml.v0.5.0.so";

    /// <summary>Loads, of each kind of backend in the folder, the variant that suits this processor best.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ggml_backend_load_all_from_path(string dir_path);

    [LibraryImport(Library)]
    internal static partial nuint ggml_backend_dev_count();
}
