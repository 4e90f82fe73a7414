namespace Appliance.Inference.Tts.Piper;

/// <summary>How a Piper voice is run.</summary>
public sealed record PiperOptions
{
    /// <summary>Path of the <c>.onnx</c> file; its configuration lies beside it as <c>.onnx.json</c>.</summary>
    public required string ModelFile { get; init; }

    /// <summary>Threads of one sentence, 1 to 64. Default 1: with several calls at once, sentences side by side gain more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Sentences that are synthesised at the same time, 1 or more. Default: the number of cores.</summary>
    public int SentencesAtOnce { get; init; } = Environment.ProcessorCount;
}
