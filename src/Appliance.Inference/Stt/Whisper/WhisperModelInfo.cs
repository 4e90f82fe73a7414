using System.Globalization;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// What a Whisper export says of itself in the encoder's metadata. Keys as in
/// https://github.com/k2-fsa/sherpa-onnx/blob/master/scripts/whisper/export-onnx.py.
/// </summary>
/// <param name="Mels">Mel bins: 80 or 128.</param>
/// <param name="TextContext">Most tokens that the decoder's cache holds, prompt included.</param>
/// <param name="TextLayers">Decoder layers.</param>
/// <param name="TextState">Width of the decoder.</param>
/// <param name="AudioContext">Most encoder frames of 20 ms.</param>
/// <param name="StartSequence">Tokens that the decoder starts from, without language changes and no-timestamps.</param>
/// <param name="EndOfText">End mark; every token above it is special.</param>
/// <param name="NoTimestamps">Mark for a transcript without times.</param>
/// <param name="NoSpeech">Mark for silence, where the vocabulary has one.</param>
/// <param name="Transcribe">Task mark of a multilingual model.</param>
/// <param name="Languages">Language code to language mark; empty for an English-only model.</param>
public sealed record WhisperModelInfo(
    int Mels,
    int TextContext,
    int TextLayers,
    int TextState,
    int AudioContext,
    IReadOnlyList<int> StartSequence,
    int EndOfText,
    int NoTimestamps,
    int? NoSpeech,
    int? Transcribe,
    IReadOnlyDictionary<string, int> Languages)
{
    /// <summary>Reads the metadata of <paramref name="file"/>.</summary>
    /// <exception cref="EngineException"><see cref="EngineErrorReason.UnsupportedModel"/>, naming the file and the key.</exception>
    public static WhisperModelInfo Read(string file, IReadOnlyDictionary<string, string> metadata)
    {
        var reader = new MetadataReader(file, metadata);
        return new WhisperModelInfo(
            reader.Integer("n_mels"),
            reader.Integer("n_text_ctx"),
            reader.Integer("n_text_layer"),
            reader.Integer("n_text_state"),
            reader.Integer("n_audio_ctx"),
            reader.Integers("sot_sequence"),
            reader.Integer("eot"),
            reader.Integer("no_timestamps"),
            reader.OptionalInteger("no_speech"),
            reader.OptionalInteger("transcribe"),
            reader.OptionalInteger("is_multilingual") == 1 ? reader.Languages() : new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>The tokens that the decoder starts from: start, language and task where there are any, no-timestamps.</summary>
    /// <param name="language">Code such as <c>en</c>; ignored by an English-only model.</param>
    /// <exception cref="EngineException">The model does not know the language.</exception>
    public int[] Prompt(string language)
    {
        if (Languages.Count == 0)
        {
            return WithNoTimestamps(StartSequence);
        }

        if (!Languages.TryGetValue(language, out var mark))
        {
            throw new EngineException(EngineErrorReason.UnsupportedModel, $"The Whisper model does not know the language {language}.");
        }

        return WithNoTimestamps([StartSequence[0], mark, Transcribe ?? StartSequence[^1]]);
    }

    private int[] WithNoTimestamps(IEnumerable<int> tokens) => [.. tokens.Where(token => token != NoTimestamps), NoTimestamps];

    private sealed class MetadataReader(string file, IReadOnlyDictionary<string, string> metadata)
    {
        public int Integer(string key) => OptionalInteger(key) ?? throw Unusable(key);

        public int? OptionalInteger(string key) =>
            !metadata.TryGetValue(key, out var text) ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw Unusable(key);

        public int[] Integers(string key)
        {
            var parts = Text(key).Split(',');
            var values = new int[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out values[i]))
                {
                    throw Unusable(key);
                }
            }

            return values;
        }

        public Dictionary<string, int> Languages()
        {
            var codes = Text("all_language_codes").Split(',');
            var tokens = Integers("all_language_tokens");
            return codes.Length == tokens.Length
                ? codes.Zip(tokens).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                : throw Unusable("all_language_codes");
        }

        private string Text(string key) => metadata.TryGetValue(key, out var text) ? text : throw Unusable(key);

        private EngineException Unusable(string key) =>
            new(EngineErrorReason.UnsupportedModel, $"The metadata of {file} has no usable {key}: it is not a Whisper encoder of the sherpa-onnx layout.");
    }
}
