namespace Appliance.Inference.Stt.Whisper;

/// <summary>The files of one Whisper export.</summary>
/// <param name="Encoder">ONNX: mel [N, mels, T] to cross keys and values; carries the metadata.</param>
/// <param name="Decoder">ONNX: tokens, caches and cross keys and values to logits and caches.</param>
/// <param name="Tokens">Vocabulary, see <see cref="WhisperTokens"/>.</param>
public sealed record WhisperFiles(string Encoder, string Decoder, string Tokens)
{
    /// <summary>The files of a folder by the names that the mini pack uses.</summary>
    public static WhisperFiles In(string folder) =>
        new(Path.Combine(folder, "encoder.onnx"), Path.Combine(folder, "decoder.onnx"), Path.Combine(folder, "tokens.txt"));
}
