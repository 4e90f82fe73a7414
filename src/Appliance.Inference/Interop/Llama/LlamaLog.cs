using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// The library's log. Its debug lines quote tokens, so they are left out; information goes to Debug, for the library
/// talks much while it loads. There is one log per process, as the library has one.
/// </summary>
internal static unsafe class LlamaLog
{
    private const int Information = 2;
    private const int Warning = 3;
    private const int Error = 4;

    [ThreadStatic]
    private static string? _errors;

    private static volatile ILogger _logger = NullLogger.Instance;

    internal static void Attach(ILogger logger)
    {
        _logger = logger;
        LlamaApi.llama_log_set(&OnLine, null);
    }

    /// <summary>The error lines that calls on this thread wrote since this was last asked.</summary>
    internal static string TakeErrors()
    {
        var errors = _errors ?? "no further reason given";
        _errors = null;
        return errors;
    }

    [UnmanagedCallersOnly]
    private static void OnLine(int level, byte* text, void* userData)
    {
        if (level is < Information or > Error)
        {
            return;
        }

        var line = Marshal.PtrToStringUTF8((nint)text)?.Trim() ?? string.Empty;
        if (level == Error)
        {
            _errors = _errors is null ? line : $"{_errors}; {line}";
        }

        _logger.Log(
            level switch { Error => LogLevel.Error, Warning => LogLevel.Warning, _ => LogLevel.Debug },
            "llama.cpp: {Line}",
            line);
    }
}
