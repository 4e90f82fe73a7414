using Appliance.Inference.Interop;
using Appliance.Inference.Interop.Llama;
using Appliance.Inference.Llm.Batching;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Llm;

/// <summary>
/// llama.cpp behind <see cref="ILanguageModel"/>: one model, one context, one thread that serves many requests at once,
/// each in a sequence of its own. A prefix that requests share is read once and given to their sequences.
/// </summary>
public sealed class LlamaEngine : ILanguageModel, IDisposable
{
    private readonly LlamaModelHandle _model;
    private readonly LlamaContext _context;
    private readonly CompletionQueue _queue;
    private readonly BatchLoop _loop;
    private readonly TimeProvider _time;

    private LlamaEngine(LlamaModelHandle model, LlamaOptions options, TimeProvider time, ILogger logger)
    {
        _model = model;
        var vocabulary = new LlamaVocabulary(model);
        _context = new LlamaContext(
            model, vocabulary.Size, options.AllMemoryTokens, options.MaxSequences + options.SharedPrefixes, options.Threads, options.BatchThreads);
        _queue = new CompletionQueue(options.QueueLength);
        _time = time;
        ContextTokens = options.ContextTokens;
        _loop = new BatchLoop(_context, vocabulary, _queue, options, time, logger);
    }

    /// <summary>Tokens that fit in one request, prompt and answer together.</summary>
    public int ContextTokens { get; }

    /// <summary>Requests that wait for a sequence now.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Requests that have a sequence now.</summary>
    public int Running => _loop.Running;

    /// <summary>Loads library and model; takes seconds for a large model, so call it off the hot path.</summary>
    /// <exception cref="EngineException">MissingLibrary, WrongLibraryVersion, MissingModel, DamagedModel, UnsupportedModel or EngineFailed.</exception>
    public static LlamaEngine Load(LlamaOptions options, NativeLibraryLocator locator, TimeProvider time, ILogger<LlamaEngine> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(locator);
        options.Check();
        LlamaLibrary.Load(locator, logger);
        var started = time.GetTimestamp();
        var model = LlamaModelFile.Open(options);
        try
        {
            var engine = new LlamaEngine(model, options, time, logger);
            logger.LogInformation(
                "Language model {File} loaded in {Elapsed} ms", Path.GetFileName(options.ModelFile), (int)time.GetElapsedTime(started).TotalMilliseconds);
            return engine;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var job = new CompletionJob(request, _time.GetTimestamp(), cancellationToken);
        _queue.Add(job);
        return await job.Done.ConfigureAwait(false);
    }

    /// <summary>Breaks off what runs, fails all requests with Stopped, and frees the model.</summary>
    public void Dispose()
    {
        _loop.Dispose();
        _context.Dispose();
        _model.Dispose();
    }
}
