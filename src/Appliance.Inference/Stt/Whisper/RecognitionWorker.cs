using System.Diagnostics.CodeAnalysis;
using Appliance.Inference.Stt.Queueing;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>One thread's loop: take a batch, recognise it, answer every job.</summary>
internal sealed class RecognitionWorker(
    RecognitionQueue queue,
    WhisperEngine engine,
    WhisperModel model,
    TranscriptJudgement judgement,
    TimeProvider time,
    RecognitionTally tally)
{
    public void Run()
    {
        while (queue.Take(model.MaxBatch) is { } batch)
        {
            RunBatch(batch);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a batch throws belongs to those who await it.")]
    private void RunBatch(IReadOnlyList<RecognitionJob> batch)
    {
        try
        {
            var started = time.GetTimestamp();
            var (hypotheses, encodeTime) = engine.Recognize([.. batch.Select(Utterance)]);
            tally.Finish(hypotheses.Count(hypothesis => !hypothesis.Abandoned));
            for (var i = 0; i < batch.Count; i++)
            {
                Answer(batch[i], hypotheses[i], encodeTime, time.GetElapsedTime(batch[i].Since, started));
            }
        }
        catch (Exception error)
        {
            foreach (var job in batch)
            {
                job.Fail(error);
            }
        }
    }

    private WhisperUtterance Utterance(RecognitionJob job) => new(job.Samples, () => IsAbandoned(job));

    private bool IsAbandoned(RecognitionJob job) =>
        job.Cancellation.IsCancellationRequested || queue.IsClosed || (!job.IsFinal && queue.HasFinal);

    private void Answer(RecognitionJob job, WhisperHypothesis hypothesis, TimeSpan encodeTime, TimeSpan queueTime)
    {
        if (!hypothesis.Abandoned)
        {
            job.Answer(TranscriptWriter.Write(hypothesis, model.Tokens, judgement, encodeTime, queueTime));
        }
        else if (job.Cancellation.IsCancellationRequested)
        {
            job.Cancel();
        }
        else if (queue.IsClosed)
        {
            job.Fail(new EngineException(EngineErrorReason.Stopped, "Speech recognition was stopped."));
        }
        else
        {
            tally.Displace();
            job.Answer(Transcript.Empty(TranscriptVerdict.Displaced, queueTime));
        }
    }
}
