using System.Runtime.CompilerServices;
using Appliance.Inference.Interop.Espeak;

namespace Appliance.Inference.Tts.Espeak;

/// <summary>
/// Speech from libespeak-ng: plain to the ear, but always there and exact in its word times. It speaks whenever no
/// Piper voice is installed. https://github.com/espeak-ng/espeak-ng
/// </summary>
public sealed class EspeakSynthesizer : ISpeechSynthesizer
{
    private const int NormalWordsPerMinute = 175;
    private const int NormalPitch = 50;
    private static readonly SegmentLimits Limits = new(240, 240);

    private readonly EspeakLibrary _library;
    private readonly string _voice;

    /// <param name="voice">Voice that speaks when the options name none, for example <c>en-us</c>.</param>
    /// <exception cref="EngineException">MissingLibrary, WrongLibraryVersion or EngineFailed.</exception>
    public EspeakSynthesizer(string voice = "en-us")
    {
        _library = EspeakLibrary.Open();
        _voice = voice;
    }

    /// <inheritdoc/>
    public int SampleRate => _library.SampleRate;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(
        string text,
        SpeechOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var settings = new EspeakVoiceSettings(
            options.Voice ?? _voice,
            (int)Math.Round(NormalWordsPerMinute * Math.Clamp(options.Rate, 0.5, 2.0)),
            (int)Math.Round(NormalPitch * Math.Clamp(options.Pitch, 0.5, 1.5)));
        var segments = SpeechSegmenter.Split(text, Limits);
        for (var i = 0; i < segments.Count; i++)
        {
            var sentence = text.Substring(segments[i].Start, segments[i].Length);
            var audio = await _library.SpeakAsync(sentence, settings, cancellationToken).ConfigureAwait(false);
            yield return ChunkOf(sentence, audio, options, isLast: i == segments.Count - 1);
        }
    }

    private SpeechChunk ChunkOf(string sentence, EspeakAudio audio, SpeechOptions options, bool isLast)
    {
        var pause = SpeechTrim.PauseAfter(sentence, isLast, options);
        var (samples, cut, speechEnd) = SpeechTrim.Trim(audio.Samples, SampleRate, pause);
        SpeechLevel.NormalisePeak(samples, Math.Clamp(options.PeakDecibels, -30, 0));
        var words = EspeakTimings.Of(sentence, audio.Words, cut, speechEnd);
        return new SpeechChunk(samples, SampleRate, sentence, words, TimingsEstimated: false);
    }
}
