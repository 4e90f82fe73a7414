using Appliance.Inference.Onnx;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// A Whisper export in the sherpa-onnx layout, loaded. Tensors: mel [N, M, T]; cross keys and values [L, N, U, D];
/// self-attention caches [L, N, C, D]; tokens [N, n]; logits [N, n, V]. Safe for several threads.
/// </summary>
internal sealed class WhisperModel : IDisposable
{
    private readonly OnnxSession _encoder;
    private readonly OnnxSession _decoder;

    private WhisperModel(WhisperFiles files, OnnxSession encoder, OnnxSession decoder, WhisperOptions options)
    {
        (_encoder, _decoder) = (encoder, decoder);
        Encode = encoder.Prepare(["mel"], ["n_layer_cross_k", "n_layer_cross_v"]);
        Decode = decoder.Prepare(
            ["tokens", "in_n_layer_self_k_cache", "in_n_layer_self_v_cache", "n_layer_cross_k", "n_layer_cross_v", "offset"],
            ["logits", "out_n_layer_self_k_cache", "out_n_layer_self_v_cache"]);
        Info = WhisperModelInfo.Read(files.Encoder, encoder.Metadata);
        Tokens = WhisperTokens.Load(files.Tokens);
        Prompt = Info.Prompt(options.Language);
        Window = WhisperWindow.Of(encoder.Inputs[0], Info, options.PaddingSamples);
        MaxBatch = FixedBatch(encoder) ?? FixedBatch(decoder) ?? options.MaxBatch;
    }

    public OnnxRun Encode { get; }

    public OnnxRun Decode { get; }

    public WhisperModelInfo Info { get; }

    public WhisperTokens Tokens { get; }

    /// <summary>Tokens that every transcript starts from.</summary>
    public IReadOnlyList<int> Prompt { get; }

    public WhisperWindow Window { get; }

    /// <summary>Most utterances of one run; 1 when the export fixed its batch.</summary>
    public int MaxBatch { get; }

    /// <summary>Loads encoder, decoder and vocabulary.</summary>
    /// <exception cref="EngineException">Missing, damaged or unsupported file, by name.</exception>
    public static WhisperModel Load(WhisperFiles files, WhisperOptions options)
    {
        var session = new OnnxSessionOptions { Threads = options.Threads };
        var encoder = OnnxSession.Open(files.Encoder, session);
        OnnxSession? decoder = null;
        try
        {
            decoder = OnnxSession.Open(files.Decoder, session);
            return new WhisperModel(files, encoder, decoder, options);
        }
        catch
        {
            encoder.Dispose();
            decoder?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private static int? FixedBatch(OnnxSession session) =>
        session.Inputs[0].Shape is [> 0 and var batch, ..] ? (int)batch : null;
}
