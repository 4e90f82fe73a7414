namespace Appliance.Inference.Tts.Piper;

/// <summary>How a Piper voice is run.</summary>
public sealed record PiperOptions
{
    /// <summary>Path of the <c>.onnx</c> file.</summary>
    public required string ModelFile { get; init; }

    /// <summary>Path of the configuration. Default null: beside the model, as <c>.onnx.json</c>.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Name or number of the speaker when <see cref="SpeechOptions.Voice"/> names none. Default null: the first.</summary>
    public string? Speaker { get; init; }

    /// <summary>Threads of one sentence, 1 to 64. Default 1: with several calls at once, sentences side by side gain more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Sentences that are synthesised at the same time, 1 or more. Default: the number of cores.</summary>
    public int SentencesAtOnce { get; init; } = Environment.ProcessorCount;
}
