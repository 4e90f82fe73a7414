namespace Appliance.Inference.Interop;

/// <summary>A native library that an engine needs.</summary>
/// <param name="FileName">Name of the shared object, e.g. <c>libonnxruntime.so.1</c>.</param>
/// <param name="PackagePath">Path below <c>node_modules</c>, or null for a library of the operating system.</param>
/// <param name="Stages">Pack stages that stop without it, e.g. <c>vad, stt, tts</c>.</param>
public sealed record NativeLibraryFile(string FileName, string? PackagePath, string Stages);
