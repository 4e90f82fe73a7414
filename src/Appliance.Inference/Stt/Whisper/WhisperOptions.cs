namespace Appliance.Inference.Stt.Whisper;

/// <summary>How a Whisper model is run.</summary>
public sealed record WhisperOptions
{
    /// <summary>
    /// Sound is padded with zeros to the next multiple of this many samples; 5,120 to 480,000, default 81,920 (5.12 s),
    /// which the mini pack was trained with. Public weights expect 480,000 (30 s). A model of fixed length ignores it.
    /// </summary>
    public int PaddingSamples { get; init; } = 81_920;

    /// <summary>Language code for multilingual models; default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Threads of one run, 1 to 64, default 1: several utterances gain more from several workers.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Batches that run at the same time, each on a thread of its own; 1 to 16, default 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Most utterances in one batch; 1 to 64, default 8.</summary>
    public int MaxBatch { get; init; } = 8;

    /// <summary>Most requests that wait; 1 to 10,000, default 128. Beyond it Partials are displaced, then Finals refused.</summary>
    public int MaxWaiting { get; init; } = 128;

    /// <summary>When its transcripts are believed.</summary>
    public TranscriptJudgement Judgement { get; init; } = new();

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a value out of its range.</summary>
    internal void Validate()
    {
        Require(PaddingSamples, 5_120, 480_000, nameof(PaddingSamples));
        Require(Threads, 1, 64, nameof(Threads));
        Require(Workers, 1, 16, nameof(Workers));
        Require(MaxBatch, 1, 64, nameof(MaxBatch));
        Require(MaxWaiting, 1, 10_000, nameof(MaxWaiting));
    }

    private static void Require(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be between {least} and {most}.");
        }
    }
}
