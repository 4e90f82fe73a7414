using Appliance.Inference.Interop;
using Appliance.Inference.Interop.Llama;
using Appliance.Inference.Scheduling;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Llm;

/// <summary>
/// llama.cpp behind <see cref="ILanguageModel"/>: one model, one context, one thread, requests in order of arrival.
/// The memory keeps the last prompt, so that requests with the same prefix read only what differs.
/// </summary>
public sealed class LlamaEngine : ILanguageModel, IDisposable
{
    private readonly LlamaModelHandle _model;
    private readonly LlamaVocabulary _vocabulary;
    private readonly LlamaSession _session;
    private readonly EngineThread _thread;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private LlamaEngine(LlamaModelHandle model, LlamaOptions options, TimeProvider time, ILogger logger)
    {
        _model = model;
        _vocabulary = new LlamaVocabulary(model);
        _session = new LlamaSession(model, _vocabulary.Size, options.ContextTokens, options.Threads, options.BatchThreads);
        _thread = new EngineThread("llama", options.QueueLength);
        _time = time;
        _logger = logger;
    }

    /// <summary>Tokens that fit, prompt and answer together.</summary>
    public int ContextTokens => _session.Capacity;

    /// <summary>Requests that wait now.</summary>
    public int Waiting => _thread.Waiting;

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
    public ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = _time.GetTimestamp();
        return _thread.RunAsync(token => Complete(request, asked, token), cancellationToken);
    }

    /// <summary>Breaks off the running request, fails what waits with Stopped, and frees the model.</summary>
    public void Dispose()
    {
        _thread.Dispose();
        _session.Dispose();
        _model.Dispose();
    }

    private Completion Complete(LlmRequest request, long asked, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        using var grammar = new LlamaGrammar(_vocabulary, request.Grammar, root: "root");
        var prompt = PromptOf(request);
        var reused = _session.Read(prompt, cancellationToken);
        var read = _time.GetTimestamp();
        var generation = new LlamaGeneration(_session, _vocabulary, request);
        var end = generation.Run(grammar, cancellationToken);
        var usage = new CompletionUsage(
            prompt.Length,
            reused,
            _time.GetElapsedTime(asked, started),
            _time.GetElapsedTime(started, read),
            _time.GetElapsedTime(read));
        _logger.LogDebug(
            "Completed {Tokens} tokens after {Prompt} of which {Reused} reused, in {Elapsed} ms",
            generation.Tokens.Count, usage.PromptTokens, usage.ReusedTokens, (int)_time.GetElapsedTime(started).TotalMilliseconds);
        return new Completion(generation.Text, generation.Tokens, end, usage);
    }

    private int[] PromptOf(LlmRequest request)
    {
        int[] prompt =
        [
            .. _vocabulary.Tokenize(request.Prefix, first: true, template: true),
            .. _vocabulary.Tokenize(request.Prompt, first: false, template: false),
            .. _vocabulary.Tokenize(request.Suffix, first: false, template: true),
        ];
        if (request.MaxTokens is < 1 or > 1024)
        {
            throw new EngineException(EngineErrorReason.InvalidInput, $"MaxTokens (stage llm) is {request.MaxTokens}, 1 to 1024 is allowed.");
        }

        if (prompt.Length == 0 || prompt.Length + request.MaxTokens > ContextTokens)
        {
            throw new EngineException(
                EngineErrorReason.InvalidInput,
                $"The prompt (stage llm) has {prompt.Length} tokens; with {request.MaxTokens} for the answer it must fill 1 to {ContextTokens}.");
        }

        return prompt;
    }
}
