using Appliance.Inference.Onnx;

namespace Appliance.Inference.Vad.Silero;

/// <summary>
/// Silero VAD v5: input [N, 576] (64 samples of context, 512 new ones; at 8 kHz half of that), state [2, N, 128], sr →
/// output [N, 1] and the next state. See https://github.com/snakers4/silero-vad/blob/v5.1.2/src/silero_vad/utils_vad.py. Not thread-safe.
/// </summary>
internal sealed class SileroNetwork : IDisposable
{
    private readonly OnnxSession _session;
    private readonly OnnxRun _run;
    private readonly int _inputSamples;
    private readonly OnnxTensor _rate;
    private readonly Dictionary<int, Buffers> _buffers = [];

    private SileroNetwork(OnnxSession session, int sampleRate)
    {
        _session = session;
        _inputSamples = InputSamplesAt(sampleRate);
        _rate = OnnxTensor.Of<long>([sampleRate]);
        _run = session.Prepare(["input", "state", "sr"], ["output", "stateN"]);
    }

    /// <summary>Samples of the window before that the network sees again.</summary>
    public static int ContextSamplesAt(int sampleRate) => sampleRate / 250;

    /// <summary>Samples that it sees in one run.</summary>
    public static int InputSamplesAt(int sampleRate) => ContextSamplesAt(sampleRate) + (VadStream.WindowSamples * sampleRate / 16_000);

    /// <summary>Loads the model to be run at 8 or 16 kHz.</summary>
    /// <exception cref="EngineException">Missing library; missing, damaged or unsupported model file, by name.</exception>
    public static SileroNetwork Load(string path, int sampleRate = 16_000)
    {
        var session = OnnxSession.Open(path, new OnnxSessionOptions());
        try
        {
            return new SileroNetwork(session, sampleRate);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs one window of every stream, moves their states on and writes a probability for each.</summary>
    public void Detect(ReadOnlySpan<VadStream> streams, Span<float> probabilities)
    {
        var buffers = For(streams.Length);
        for (var i = 0; i < streams.Length; i++)
        {
            streams[i].Input.CopyTo(buffers.Input.Span<float>()[(i * _inputSamples)..]);
            CopyState(streams, i, buffers.State, toTensor: true);
        }

        _run.Execute([buffers.Input, buffers.State, _rate], buffers.Outputs);
        for (var i = 0; i < streams.Length; i++)
        {
            CopyState(streams, i, buffers.NextState, toTensor: false);
            probabilities[i] = buffers.Output.Span<float>()[i];
        }
    }

    public void Dispose()
    {
        foreach (var buffers in _buffers.Values)
        {
            buffers.Dispose();
        }

        _rate.Dispose();
        _session.Dispose();
    }

    private static void CopyState(ReadOnlySpan<VadStream> streams, int row, OnnxTensor tensor, bool toTensor)
    {
        const int Width = VadStream.StateWidth;
        for (var layer = 0; layer < 2; layer++)
        {
            var own = streams[row].State.AsSpan(layer * Width, Width);
            var shared = tensor.Span<float>().Slice(((layer * streams.Length) + row) * Width, Width);
            if (toTensor)
            {
                own.CopyTo(shared);
            }
            else
            {
                shared.CopyTo(own);
            }
        }
    }

    private Buffers For(int rows)
    {
        if (!_buffers.TryGetValue(rows, out var buffers))
        {
            buffers = new Buffers(rows, _inputSamples);
            _buffers.Add(rows, buffers);
        }

        return buffers;
    }

    /// <summary>Tensors of one batch size, used again for every run of it.</summary>
    private sealed class Buffers(int rows, int inputSamples) : IDisposable
    {
        private readonly OnnxTensor?[] _outputs =
            [OnnxTensor.Zeros<float>(rows, 1), OnnxTensor.Zeros<float>(2, rows, VadStream.StateWidth)];

        public OnnxTensor Input { get; } = OnnxTensor.Zeros<float>(rows, inputSamples);

        public OnnxTensor State { get; } = OnnxTensor.Zeros<float>(2, rows, VadStream.StateWidth);

        public OnnxTensor?[] Outputs => _outputs;

        public OnnxTensor Output => _outputs[0]!;

        public OnnxTensor NextState => _outputs[1]!;

        public void Dispose()
        {
            Input.Dispose();
            State.Dispose();
            Output.Dispose();
            NextState.Dispose();
        }
    }
}
