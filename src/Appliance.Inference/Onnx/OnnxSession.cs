using Appliance.Inference.Interop.OnnxRuntime;

namespace Appliance.Inference.Onnx;

/// <summary>
/// A model loaded into ONNX Runtime from a file. Runs may overlap on several threads; dispose it after the last one.
/// </summary>
public sealed class OnnxSession : IDisposable
{
    private readonly OrtSessionHandle _session;

    private OnnxSession(string path, OrtSessionHandle session)
    {
        Path = path;
        _session = session;
        Inputs = Ports(session, inputs: true);
        Outputs = Ports(session, inputs: false);
        Metadata = OnnxRuntimeApi.Metadata(session);
    }

    /// <summary>The file that was loaded.</summary>
    public string Path { get; }

    /// <summary>What the model takes.</summary>
    public IReadOnlyList<OnnxPort> Inputs { get; }

    /// <summary>What the model gives.</summary>
    public IReadOnlyList<OnnxPort> Outputs { get; }

    /// <summary>The model's <c>metadata_props</c>; empty when it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Loads a model.</summary>
    /// <exception cref="EngineException">Missing library, missing model or damaged model; the message names the file.</exception>
    public static OnnxSession Open(string path, OnnxSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(options.Threads, 1, 64), options.Threads);
        if (!File.Exists(path))
        {
            throw new EngineException(EngineErrorReason.MissingModel, $"The model file {path} does not exist.");
        }

        using var native = OnnxRuntimeApi.CreateOptions(options.Threads);
        try
        {
            return new OnnxSession(path, OnnxRuntimeApi.CreateSession(path, native));
        }
        catch (EngineException error) when (error.Reason == EngineErrorReason.EngineFailed)
        {
            throw new EngineException(
                EngineErrorReason.DamagedModel, $"The model file {path} cannot be loaded: {error.Message}", error);
        }
    }

    /// <summary>Fixes which inputs and outputs a run uses, in which order.</summary>
    /// <exception cref="EngineException">The model has no port of such a name (<see cref="EngineErrorReason.UnsupportedModel"/>).</exception>
    public OnnxRun Prepare(ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs)
    {
        Require(inputs, Inputs, "input");
        Require(outputs, Outputs, "output");
        return new OnnxRun(this, _session, inputs, outputs);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static OnnxPort[] Ports(OrtSessionHandle session, bool inputs) =>
        [.. OnnxRuntimeApi.Ports(session, inputs).Select(p => new OnnxPort(p.Name, (OnnxElementType)p.ElementType, p.Shape))];

    private void Require(ReadOnlySpan<string> names, IReadOnlyList<OnnxPort> ports, string kind)
    {
        foreach (var name in names)
        {
            if (ports.All(port => port.Name != name))
            {
                var known = string.Join(", ", ports.Select(port => port.Name));
                throw new EngineException(
                    EngineErrorReason.UnsupportedModel, $"The model file {Path} has no {kind} {name}; it has {known}.");
            }
        }
    }
}
