using Appliance.Inference.Onnx;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// Self-attention caches and encoder output of the rows that still run. The caches that a step gives are the next
/// step's inputs, without a copy.
/// </summary>
internal sealed class DecoderState : IDisposable
{
    private readonly WhisperModel _model;
    private readonly OnnxTensor[] _held;
    private readonly OnnxTensor?[] _outputs = new OnnxTensor?[3];
    private int _offset;

    /// <summary>Takes over the encoder's output.</summary>
    public DecoderState(WhisperModel model, OnnxTensor crossKeys, OnnxTensor crossValues)
    {
        _model = model;
        long[] shape = [model.Info.TextLayers, crossKeys.Shape[1], model.Info.TextContext, model.Info.TextState];
        _held = [OnnxTensor.Zeros<float>(shape), OnnxTensor.Zeros<float>(shape), crossKeys, crossValues];
    }

    /// <summary>Runs the decoder over tokens [rows, n] and gives logits [rows, n, V]; the caller disposes them.</summary>
    public OnnxTensor Step(ReadOnlySpan<long> tokens, int rows)
    {
        var length = tokens.Length / rows;
        using var ids = OnnxTensor.Of(tokens, rows, length);
        using var offset = OnnxTensor.Of<long>([_offset], 1);
        Array.Clear(_outputs);
        _model.Decode.Execute([ids, .. _held, offset], _outputs);
        for (var i = 0; i < 2; i++)
        {
            _held[i].Dispose();
            _held[i] = _outputs[i + 1]!;
        }

        _offset += length;
        return _outputs[0]!;
    }

    /// <summary>Goes on with some of the rows only.</summary>
    public void Keep(IReadOnlyList<int> rows)
    {
        for (var i = 0; i < _held.Length; i++)
        {
            _held[i] = TensorRows.Keep(_held[i], rows);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in _held)
        {
            tensor.Dispose();
        }
    }
}
