using System.Runtime.CompilerServices;

namespace Appliance.Inference.Tts.Phrases;

/// <summary>
/// Speaks fixed phrases from memory, without a millisecond of synthesis, and keeps what was spoken lately. Fixed
/// phrases are rendered at start and never dropped; the rest is bounded in bytes.
/// </summary>
public sealed class PhraseCache(ISpeechSynthesizer synthesizer, PhraseCacheOptions cacheOptions) : ISpeechSynthesizer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PhraseKey, SpeechChunk[]> _fixed = [];
    private readonly RecentSpeech _recent = new(cacheOptions.RecentBytes);
    private long _hits;
    private long _misses;

    /// <inheritdoc/>
    public int SampleRate => synthesizer.SampleRate;

    /// <summary>Texts that were spoken from memory.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Texts that had to be synthesised.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>Renders fixed phrases; a phrase that is rendered already is not rendered again.</summary>
    /// <exception cref="EngineException">See <see cref="ISpeechSynthesizer.SpeakAsync"/>.</exception>
    public async Task RenderAsync(IEnumerable<string> phrases, SpeechOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (var phrase in phrases)
        {
            var key = new PhraseKey(phrase, options);
            if (IsFixed(key))
            {
                continue;
            }

            var chunks = await synthesizer.SpeakAsync(phrase, options, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _fixed.TryAdd(key, chunks);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(
        string text,
        SpeechOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = new PhraseKey(text, options);
        if (Find(key) is { } known)
        {
            Interlocked.Increment(ref _hits);
            foreach (var chunk in known)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return chunk;
            }

            yield break;
        }

        Interlocked.Increment(ref _misses);
        var spoken = new List<SpeechChunk>();
        await foreach (var chunk in synthesizer.SpeakAsync(text, options, cancellationToken).ConfigureAwait(false))
        {
            spoken.Add(chunk);
            yield return chunk;
        }

        Keep(key, [.. spoken]);
    }

    private bool IsFixed(PhraseKey key)
    {
        lock (_lock)
        {
            return _fixed.ContainsKey(key);
        }
    }

    private SpeechChunk[]? Find(PhraseKey key)
    {
        lock (_lock)
        {
            return _fixed.TryGetValue(key, out var chunks) || _recent.TryGet(key, out chunks) ? chunks : null;
        }
    }

    private void Keep(PhraseKey key, SpeechChunk[] chunks)
    {
        if (key.Text.Length > cacheOptions.LongestText)
        {
            return;
        }

        lock (_lock)
        {
            _recent.Add(key, chunks);
        }
    }
}
