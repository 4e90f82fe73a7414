using System.Diagnostics.CodeAnalysis;
using Appliance.Inference.Interop.Llama;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Llm.Batching;

/// <summary>
/// Continuous batching: one thread reads, at each step, one token of every request that writes and as much of the
/// prompts as fits beside. Requests join and leave between steps.
/// </summary>
internal sealed class BatchLoop : IDisposable
{
    private readonly LlamaContext _context;
    private readonly LlamaBatchBuffer _batch;
    private readonly BatchAdmission _admission;
    private readonly CompletionQueue _queue;
    private readonly List<RunningCompletion> _running = [];
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private volatile int _runningCount;
    private volatile bool _stopped;

    internal BatchLoop(LlamaContext context, LlamaVocabulary vocabulary, CompletionQueue queue, LlamaOptions options, TimeProvider time, ILogger logger)
    {
        _context = context;
        _batch = new LlamaBatchBuffer(context.BatchTokens);
        _admission = new BatchAdmission(context, vocabulary, time, options);
        _queue = queue;
        _time = time;
        _logger = logger;
        _thread = new Thread(Loop) { IsBackground = true, Name = "llama" };
        _thread.Start();
    }

    /// <summary>Requests that have a sequence now.</summary>
    internal int Running => _runningCount;

    /// <summary>Breaks off the step that runs, fails all requests with Stopped, and returns when the thread has ended.</summary>
    public void Dispose()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _context.Abort();
        foreach (var job in _queue.Close())
        {
            job.Stop();
        }

        _thread.Join();
        _batch.Dispose();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a step throws belongs to the requests in it; the thread serves the next ones.")]
    private void Loop()
    {
        while (!_stopped && (_running.Count > 0 || _queue.AwaitWork()))
        {
            try
            {
                Step();
            }
            catch (Exception lost)
            {
                GiveUpAll(lost);
            }
        }

        GiveUpAll(new OperationCanceledException("The engine is being stopped."));
    }

    private void Step()
    {
        foreach (var running in _running.FindAll(running => running.Job.IsOver))
        {
            Release(running);
        }

        Admit();

        // Those that write go first: their few tokens must not wait behind a long prompt.
        _batch.Clear();
        foreach (var running in _running.OrderBy(running => running.Read is null))
        {
            running.Fill(_batch, _context);
        }

        // After the requests, so that none takes over what is only read in this step.
        foreach (var prefix in _admission.Shelf.Unread)
        {
            prefix.Feed.MoveTo(_batch, wantsLogits: false);
        }

        if (_batch.Count > 0)
        {
            _context.Decode(_batch);
            foreach (var running in _running.FindAll(running => running.LogitsAt >= 0))
            {
                GoOn(running);
            }
        }
    }

    private void Admit()
    {
        while (_queue.First() is { } job)
        {
            try
            {
                if (!_admission.TryAdmit(job, out var running))
                {
                    return;
                }

                if (running is not null)
                {
                    _running.Add(running);
                    _runningCount = _running.Count;
                }
            }
            catch (EngineException refused)
            {
                job.Fail(refused);
            }

            _queue.Remove(job);
        }
    }

    private void GoOn(RunningCompletion running)
    {
        try
        {
            running.Read ??= _time.GetTimestamp();
            var end = running.Generation.Choose(_context.Logits(running.LogitsAt));
            if (end is null)
            {
                running.Generation.MoveUnreadTo(running.Feed);
                return;
            }

            BatchAdmission.Complete(running.Job, running.Generation, end.Value, UsageOf(running));
        }
        catch (EngineException refused)
        {
            running.Job.Fail(refused);
        }

        Release(running);
    }

    private CompletionUsage UsageOf(RunningCompletion running)
    {
        var read = running.Read ?? running.Started;
        var usage = new CompletionUsage(
            running.PromptTokens,
            running.Reused,
            _time.GetElapsedTime(running.Job.Asked, running.Started),
            _time.GetElapsedTime(running.Started, read),
            _time.GetElapsedTime(read));
        _logger.LogDebug(
            "Completed {Tokens} tokens after {Prompt} of which {Reused} reused, in {Elapsed} ms beside {Others} others",
            running.Generation.Tokens.Count, usage.PromptTokens, usage.ReusedTokens, (int)_time.GetElapsedTime(running.Started).TotalMilliseconds, _running.Count - 1);
        return usage;
    }

    private void Release(RunningCompletion running)
    {
        _running.Remove(running);
        _runningCount = _running.Count;
        _admission.Release(running);
    }

    private void GiveUpAll(Exception why)
    {
        foreach (var running in _running.ToArray())
        {
            if (_stopped)
            {
                running.Job.Stop();
            }
            else
            {
                running.Job.Fail(why is EngineException ? why : new EngineException(EngineErrorReason.EngineFailed, "The language model (stage llm) failed.", why));
            }

            Release(running);
        }

        _admission.Shelf.Clear();
    }
}
