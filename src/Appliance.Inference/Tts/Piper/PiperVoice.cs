using Appliance.Inference.Onnx;

namespace Appliance.Inference.Tts.Piper;

/// <summary>
/// A VITS voice in Piper's ONNX form: <c>input</c> int64 [1, T], <c>input_lengths</c> int64 [1], <c>scales</c> float [3],
/// for several speakers <c>sid</c> int64 [1]; first output the sound, optional second output the frames per id.
/// https://github.com/rhasspy/piper/blob/master/src/python/piper_train/export_onnx.py
/// </summary>
internal sealed class PiperVoice : IDisposable
{
    private readonly OnnxSession _session;
    private readonly OnnxRun _run;
    private readonly bool _speakers;
    private readonly bool _durations;

    /// <exception cref="EngineException">MissingModel, DamagedModel, UnsupportedModel or MissingLibrary.</exception>
    internal PiperVoice(PiperOptions options)
    {
        Config = PiperConfigFile.Read(options.ConfigFile ?? options.ModelFile + ".json");
        _session = OnnxSession.Open(options.ModelFile, new OnnxSessionOptions { Threads = options.Threads });
        _speakers = _session.Inputs.Any(port => port.Name == "sid");
        _durations = _session.Outputs.Count > 1;
        string[] inputs = ["input", "input_lengths", "scales", .. _speakers ? new[] { "sid" } : []];
        _run = _session.Prepare(inputs, [.. _session.Outputs.Take(2).Select(port => port.Name)]);
    }

    internal PiperConfig Config { get; }

    /// <summary>Speaks the ids; safe for several threads.</summary>
    /// <param name="ids">As <see cref="PiperIds"/> makes them.</param>
    /// <param name="speaker">Number of the speaker; of no effect for a voice with one.</param>
    /// <param name="rate">Speed as a factor.</param>
    internal PiperAudio Speak(ReadOnlySpan<long> ids, long speaker, double rate)
    {
        using var input = OnnxTensor.Of(ids, 1, ids.Length);
        using var lengths = OnnxTensor.Of<long>([ids.Length], 1);
        using var scales = OnnxTensor.Of<float>([Config.NoiseScale, (float)(Config.LengthScale / rate), Config.NoiseW], 3);
        using var sid = OnnxTensor.Of<long>([speaker], 1);
        OnnxTensor[] inputs = _speakers ? [input, lengths, scales, sid] : [input, lengths, scales];
        var outputs = new OnnxTensor?[_durations ? 2 : 1];
        try
        {
            _run.Execute(inputs, outputs);
            var samples = outputs[0]!.Span<float>().ToArray();
            return new PiperAudio(samples, _durations ? IdSamples(outputs[1]!, ids.Length, samples.Length) : null);
        }
        finally
        {
            foreach (var output in outputs)
            {
                output?.Dispose();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private int[]? IdSamples(OnnxTensor durations, int ids, int samples)
    {
        switch (durations.ElementType)
        {
            case OnnxElementType.Float:
                return PiperAudio.SamplesOf(durations.Span<float>(), ids, samples, Config.HopLength);
            case OnnxElementType.Int64:
                var frames = Array.ConvertAll(durations.Span<long>().ToArray(), frame => (float)frame);
                return PiperAudio.SamplesOf(frames, ids, samples, Config.HopLength);
            default:
                return null;
        }
    }
}
