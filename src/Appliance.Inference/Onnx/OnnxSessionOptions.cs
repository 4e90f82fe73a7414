namespace Appliance.Inference.Onnx;

/// <summary>How a model is run.</summary>
public sealed record OnnxSessionOptions
{
    /// <summary>Threads of one run, the caller's included; 1 to 64, default 1. They never spin while idle.</summary>
    public int Threads { get; init; } = 1;
}
