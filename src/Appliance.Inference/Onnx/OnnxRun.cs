using Appliance.Inference.Interop.OnnxRuntime;

namespace Appliance.Inference.Onnx;

/// <summary>One way to run a model: its inputs and outputs by name, in a fixed order. Safe for several threads.</summary>
public sealed class OnnxRun
{
    private const int MostPorts = 64;

    private readonly OnnxSession _owner;
    private readonly OrtSessionHandle _session;
    private readonly Utf8Names _names;
    private readonly int _inputs;
    private readonly int _outputs;

    internal OnnxRun(
        OnnxSession owner, OrtSessionHandle session, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs.Length, MostPorts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(outputs.Length, MostPorts);
        _owner = owner;
        _session = session;
        _inputs = inputs.Length;
        _outputs = outputs.Length;
        _names = new Utf8Names([.. inputs, .. outputs]);
    }

    /// <summary>
    /// Runs the model. An output slot that is null receives a new tensor that the caller disposes; one that holds a
    /// tensor of the right type and shape is written in place.
    /// </summary>
    /// <exception cref="EngineException">The runtime refused the inputs or failed.</exception>
    public void Execute(ReadOnlySpan<OnnxTensor> inputs, Span<OnnxTensor?> outputs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputs.Length, _inputs);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputs.Length, _outputs);
        Span<nint> given = stackalloc nint[inputs.Length];
        Span<nint> made = stackalloc nint[outputs.Length];
        using var leases = new ValueLeases(inputs.Length + outputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            given[i] = leases.Take(i, inputs[i].Value);
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            made[i] = outputs[i] is { } present ? leases.Take(inputs.Length + i, present.Value) : 0;
        }

        try
        {
            OnnxRuntimeApi.Run(_session, _names.Pointers, given, made);
        }
        catch (EngineException error)
        {
            throw new EngineException(error.Reason, $"{Path.GetFileName(_owner.Path)}: {error.Message}", error);
        }

        GC.KeepAlive(_names);
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] ??= OnnxTensor.Own(made[i]);
        }
    }
}
