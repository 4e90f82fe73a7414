using System.Runtime.CompilerServices;
using Appliance.Inference.Tts.Phonemes;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Tts.Piper;

/// <summary>
/// Speech from a Piper voice on ONNX Runtime, phonemes from libespeak-ng. The first segment of a text is kept short,
/// because a listener waits for it.
/// </summary>
public sealed class PiperSynthesizer : ISpeechSynthesizer, IDisposable
{
    private static readonly SegmentLimits Limits = new(60, 200);

    private readonly PiperVoice _voice;
    private readonly Phonemizer _phonemizer;
    private readonly SemaphoreSlim _places;
    private readonly long _speaker;
    private readonly ILogger _logger;

    /// <exception cref="EngineException">MissingLibrary, MissingModel, DamagedModel or UnsupportedModel.</exception>
    public PiperSynthesizer(PiperOptions options, ILogger<PiperSynthesizer> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SentencesAtOnce, 1);
        _voice = new PiperVoice(options);
        _speaker = _voice.Config.SpeakerOf(options.Speaker);
        _phonemizer = new Phonemizer(_voice.Config.EspeakVoice);
        _places = new SemaphoreSlim(options.SentencesAtOnce);
        _logger = logger;
    }

    /// <inheritdoc/>
    public int SampleRate => _voice.Config.SampleRate;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(
        string text,
        SpeechOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var speaker = options.Voice is null ? _speaker : _voice.Config.SpeakerOf(options.Voice);
        var segments = SpeechSegmenter.Split(text, Limits);
        for (var i = 0; i < segments.Count; i++)
        {
            var sentence = text.Substring(segments[i].Start, segments[i].Length);
            var clauses = await _phonemizer.PhonemizeAsync(sentence, cancellationToken).ConfigureAwait(false);
            var ids = PiperIds.Of(clauses, _voice.Config.PhonemeIds);
            if (ids.Unknown > 0)
            {
                _logger.LogDebug("The voice has no id for {Count} phonemes of a sentence", ids.Unknown);
            }

            var audio = await RunAsync(ids, speaker, Math.Clamp(options.Rate, 0.5, 2.0), cancellationToken).ConfigureAwait(false);
            var pause = SpeechTrim.PauseAfter(sentence, isLast: i == segments.Count - 1, options);
            yield return ChunkOf(sentence, ids, audio, clauses.TrueForAll(clause => clause.WordsMatched), pause, options);
        }
    }

    /// <summary>Frees the voice; sentences under way must have ended.</summary>
    public void Dispose()
    {
        _voice.Dispose();
        _places.Dispose();
    }

    /// <summary>A run cannot be broken off: on cancellation the caller goes on at once and the sentence is thrown away when it is done.</summary>
    private async Task<PiperAudio> RunAsync(PiperIds ids, long speaker, double rate, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        var run = Task.Run(
            () =>
            {
                try
                {
                    return _voice.Speak(ids.Ids, speaker, rate);
                }
                finally
                {
                    _places.Release();
                }
            },
            CancellationToken.None);
        return await run.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private SpeechChunk ChunkOf(
        string sentence, PiperIds ids, PiperAudio audio, bool wordsMatched, TimeSpan pause, SpeechOptions options)
    {
        var pcm = SpeechLevel.ToPcm(audio.Samples, Math.Clamp(options.PeakDecibels, -30, 0));
        var (samples, cut, speechEnd) = SpeechTrim.Trim(pcm, SampleRate, pause);
        var idSamples = audio.IdSamples ?? PiperTimings.Estimate(ids.WordOf, cut, cut + speechEnd);
        var words = PiperTimings.Of(WordSpans.Of(sentence), ids.WordOf, idSamples, cut, speechEnd);
        return new SpeechChunk(samples, SampleRate, sentence, words, audio.IdSamples is null || !wordsMatched);
    }
}
