using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>onnxruntime_c_api.h: environment, session options, sessions and runs.</summary>
internal static unsafe partial class OnnxRuntimeApi
{
    private const int LogErrors = 3;
    private const int AllOptimizations = 99;

    /// <summary>The process's environment; ONNX Runtime keeps one whoever asks.</summary>
    private static readonly Lazy<OrtEnvHandle> Environment = new(CreateEnvironment);

    /// <summary>Options for a session that uses <paramref name="intraOpThreads"/> threads, the caller's included.</summary>
    internal static OrtSessionOptionsHandle CreateOptions(int intraOpThreads)
    {
        var options = new OrtSessionOptionsHandle();
        nint made;
        Check(((delegate* unmanaged<nint*, nint>)At(OrtFunction.CreateSessionOptions))(&made));
        options.Take(made);
        SetOption(made, OrtFunction.SetSessionGraphOptimizationLevel, AllOptimizations);
        SetOption(made, OrtFunction.SetIntraOpNumThreads, intraOpThreads);
        SetOption(made, OrtFunction.SetInterOpNumThreads, 1);

        // Waiting threads must not spin: the media pacer shares these cores.
        SetEntry(made, "session.intra_op.allow_spinning"u8, "0"u8);
        return options;
    }

    /// <summary>Loads a model file.</summary>
    /// <exception cref="EngineException">The file cannot be read as a model.</exception>
    internal static OrtSessionHandle CreateSession(string path, OrtSessionOptionsHandle options)
    {
        using var environment = new HandleLease(Environment.Value);
        using var lease = new HandleLease(options);
        var utf8 = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            nint made;
            Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)At(OrtFunction.CreateSession))(
                environment.Pointer, utf8, lease.Pointer, &made));
            var session = new OrtSessionHandle();
            session.Take(made);
            return session;
        }
        finally
        {
            Marshal.FreeCoTaskMem(utf8);
        }
    }

    /// <summary>
    /// Runs the model. <paramref name="names"/> are the input names followed by the output names; the caller holds a
    /// reference on every input for the time of the call. Outputs that are 0 are allocated by the runtime.
    /// </summary>
    internal static void Run(
        OrtSessionHandle session, ReadOnlySpan<nint> names, ReadOnlySpan<nint> inputs, Span<nint> outputs)
    {
        using var lease = new HandleLease(session);
        fixed (nint* name = names, input = inputs, output = outputs)
        {
            Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)At(OrtFunction.Run))(
                lease.Pointer, 0, name, input, (nuint)inputs.Length, name + inputs.Length, (nuint)outputs.Length, output));
        }
    }

    private static OrtEnvHandle CreateEnvironment()
    {
        var environment = new OrtEnvHandle();
        fixed (byte* name = "appliance"u8)
        {
            nint made;
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)At(OrtFunction.CreateEnv))(LogErrors, name, &made));
            environment.Take(made);
            return environment;
        }
    }

    private static void SetOption(nint options, OrtFunction function, int value) =>
        Check(((delegate* unmanaged<nint, int, nint>)At(function))(options, value));

    private static void SetEntry(nint options, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* k = key, v = value)
        {
            Check(((delegate* unmanaged<nint, byte*, byte*, nint>)At(OrtFunction.AddSessionConfigEntry))(options, k, v));
        }
    }
}
