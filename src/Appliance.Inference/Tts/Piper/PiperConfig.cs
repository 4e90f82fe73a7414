namespace Appliance.Inference.Tts.Piper;

/// <summary>
/// The <c>.onnx.json</c> beside a Piper voice. https://github.com/rhasspy/piper/blob/master/src/cpp/piper.hpp
/// </summary>
internal sealed record PiperConfig
{
    /// <summary><c>audio.sample_rate</c>, Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary><c>espeak.voice</c>, for example <c>en-us</c>.</summary>
    public required string EspeakVoice { get; init; }

    /// <summary><c>phoneme_id_map</c>: ids of each phoneme.</summary>
    public required IReadOnlyDictionary<string, long[]> PhonemeIds { get; init; }

    /// <summary><c>inference.noise_scale</c>. Default 0.667.</summary>
    public float NoiseScale { get; init; } = 0.667f;

    /// <summary><c>inference.length_scale</c>: above 1 is slower. Default 1.</summary>
    public float LengthScale { get; init; } = 1f;

    /// <summary><c>inference.noise_w</c>. Default 0.8.</summary>
    public float NoiseW { get; init; } = 0.8f;

    /// <summary><c>num_speakers</c>. Default 1.</summary>
    public int SpeakerCount { get; init; } = 1;

    /// <summary><c>speaker_id_map</c>; empty for a voice with one speaker.</summary>
    public IReadOnlyDictionary<string, int> Speakers { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary><c>hop_length</c>: samples per frame of the durations output; 0 when the file does not say.</summary>
    public int HopLength { get; init; }

    /// <summary>The number of a speaker given by name or number; null means the first.</summary>
    /// <exception cref="EngineException">InvalidInput when there is no such speaker.</exception>
    public long SpeakerOf(string? voice)
    {
        if (voice is null)
        {
            return 0;
        }

        if (Speakers.TryGetValue(voice, out var id))
        {
            return id;
        }

        return int.TryParse(voice, out var number) && number >= 0 && number < SpeakerCount
            ? number
            : throw new EngineException(EngineErrorReason.InvalidInput, $"Speech (TTS): the voice has no speaker {voice}.");
    }
}
