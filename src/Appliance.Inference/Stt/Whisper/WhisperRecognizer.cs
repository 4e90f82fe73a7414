using Appliance.Inference.Stt.Queueing;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// Whisper on ONNX Runtime behind one queue: each worker thread takes a batch of waiting utterances of the same kind and
/// padded length. A batch of Partials gives way between two tokens when a Final waits.
/// </summary>
public sealed class WhisperRecognizer : ISpeechRecognizer, IDisposable
{
    private readonly WhisperModel _model;
    private readonly WhisperOptions _options;
    private readonly TimeProvider _time;
    private readonly RecognitionQueue _queue;
    private readonly RecognitionTally _tally = new();
    private readonly Thread[] _workers;

    private WhisperRecognizer(WhisperModel model, WhisperOptions options, TimeProvider time)
    {
        (_model, _options, _time) = (model, options, time);
        _queue = new RecognitionQueue(options.MaxWaiting);
        _workers = [.. Enumerable.Range(0, options.Workers).Select(StartWorker)];
    }

    /// <summary>Counts since the start.</summary>
    public RecognizerStatistics Statistics => _tally.Read(_queue.Count);

    /// <summary>Loads a model and starts the workers.</summary>
    /// <exception cref="EngineException">Missing library; missing, damaged or unsupported model file, by name.</exception>
    public static WhisperRecognizer Load(WhisperFiles files, WhisperOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        return new WhisperRecognizer(WhisperModel.Load(files, options), options, time);
    }

    /// <inheritdoc/>
    public async ValueTask<Transcript> RecognizeAsync(RecognitionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (SoundLevel.LoudestDecibels(request.Samples.Span) < _options.Judgement.QuietDecibels)
        {
            return Transcript.Empty(TranscriptVerdict.Silence, TimeSpan.Zero);
        }

        var samples = request.Samples[Math.Max(0, request.Samples.Length - _model.Window.MaxSamples)..];
        var job = new RecognitionJob(
            request, samples, _model.Window.Frames(samples.Length), _time.GetTimestamp(), cancellationToken);
        Admit(job);
        await using var registration = cancellationToken.Register(() => Abandon(job));
        return await job.Done;
    }

    /// <summary>Fails what waits with Stopped, lets the running batches end at their next token, frees the model.</summary>
    public void Dispose()
    {
        foreach (var job in _queue.Close())
        {
            job.Fail(Stopped());
        }

        foreach (var worker in _workers)
        {
            worker.Join();
        }

        _model.Dispose();
    }

    private static EngineException Stopped() => new(EngineErrorReason.Stopped, "Speech recognition was stopped.");

    private void Admit(RecognitionJob job)
    {
        var admission = _queue.Add(job, out var displaced);
        foreach (var partial in displaced)
        {
            Displace(partial);
        }

        switch (admission)
        {
            case Admission.Closed:
                job.Fail(Stopped());
                break;
            case Admission.Full when job.IsFinal:
                _tally.Refuse();
                job.Fail(new EngineException(
                    EngineErrorReason.Overloaded, $"Speech recognition (stt): {_options.MaxWaiting} utterances wait already."));
                break;
            case Admission.Full:
                Displace(job);
                break;
        }
    }

    private void Abandon(RecognitionJob job)
    {
        if (_queue.Remove(job))
        {
            job.Cancel();
        }
    }

    private void Displace(RecognitionJob job)
    {
        _tally.Displace();
        job.Answer(Transcript.Empty(TranscriptVerdict.Displaced, _time.GetElapsedTime(job.Since)));
    }

    private Thread StartWorker(int number)
    {
        var worker = new RecognitionWorker(_queue, new WhisperEngine(_model, _time), _model, _options.Judgement, _time, _tally);
        var thread = new Thread(worker.Run) { IsBackground = true, Name = $"whisper {number}" };
        thread.Start();
        return thread;
    }
}
