namespace Appliance.Inference.Stt.Whisper;

/// <summary>Counters that callers and workers share.</summary>
internal sealed class RecognitionTally
{
    private long _utterances;
    private long _batches;
    private long _displaced;
    private long _refused;

    public void Finish(int utterances)
    {
        Interlocked.Add(ref _utterances, utterances);
        Interlocked.Increment(ref _batches);
    }

    public void Displace() => Interlocked.Increment(ref _displaced);

    public void Refuse() => Interlocked.Increment(ref _refused);

    public RecognizerStatistics Read(int waiting) => new(
        Interlocked.Read(ref _utterances),
        Interlocked.Read(ref _batches),
        Interlocked.Read(ref _displaced),
        Interlocked.Read(ref _refused),
        waiting);
}
