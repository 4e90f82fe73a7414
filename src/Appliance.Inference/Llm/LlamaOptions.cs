using Appliance.Inference.Packs;

namespace Appliance.Inference.Llm;

/// <summary>How a GGUF model is loaded and run.</summary>
public sealed record LlamaOptions
{
    /// <summary>Path of the GGUF file.</summary>
    public required string ModelFile { get; init; }

    /// <summary>Tokens of prompt and answer together, 64 to what the model was trained for. Default 2048.</summary>
    public int ContextTokens { get; init; } = 2048;

    /// <summary>Threads that write an answer, 1 to the number of cores. Default: half of the cores, at most 8.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    /// <summary>Threads that read a prompt, 1 to the number of cores. Default: all cores, at most 16.</summary>
    public int BatchThreads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 16);

    /// <summary>Layers that a graphics processor holds; 0 none, −1 all. Default 0. Without such a backend it has no effect.</summary>
    public int GpuLayers { get; init; }

    /// <summary>Requests that may wait before callers are held back, 1 to 1000. Default 32.</summary>
    public int QueueLength { get; init; } = 32;

    /// <summary>What a pack's stage says. Parameters: <c>contextTokens</c>, <c>gpuLayers</c>.</summary>
    /// <exception cref="EngineException">MissingModel when the stage names no model.</exception>
    public static LlamaOptions Of(PackStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var options = new LlamaOptions { ModelFile = stage.PathOf("model") };
        return options with
        {
            ContextTokens = int.TryParse(stage.Parameter("contextTokens"), out var tokens) ? tokens : options.ContextTokens,
            GpuLayers = int.TryParse(stage.Parameter("gpuLayers"), out var layers) ? layers : options.GpuLayers,
        };
    }

    /// <exception cref="ArgumentException">Names every value that is out of its range.</exception>
    internal void Check()
    {
        string?[] problems =
        [
            ContextTokens < 64 ? $"ContextTokens is {ContextTokens}, at least 64 is needed" : null,
            Threads is < 1 or > 512 ? $"Threads is {Threads}, 1 to 512 is allowed" : null,
            BatchThreads is < 1 or > 512 ? $"BatchThreads is {BatchThreads}, 1 to 512 is allowed" : null,
            GpuLayers < -1 ? $"GpuLayers is {GpuLayers}, -1 or more is allowed" : null,
            QueueLength is < 1 or > 1000 ? $"QueueLength is {QueueLength}, 1 to 1000 is allowed" : null,
        ];
        if (problems.Any(problem => problem is not null))
        {
            throw new ArgumentException($"Language model (stage llm): {string.Join("; ", problems.OfType<string>())}.");
        }
    }
}
