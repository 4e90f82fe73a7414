using Appliance.Inference.Packs;

namespace Appliance.Inference.Llm;

/// <summary>How a GGUF model is loaded and run.</summary>
public sealed record LlamaOptions
{
    /// <summary>Path of the GGUF file.</summary>
    public required string ModelFile { get; init; }

    /// <summary>Tokens of one request, prompt and answer together, 64 to what the model was trained for, at most 250,000. Default 2048.</summary>
    public int ContextTokens { get; init; } = 2048;

    /// <summary>Requests that run at the same time, each in a sequence of its own, 1 to 64. Default 16.</summary>
    public int MaxSequences { get; init; } = 16;

    /// <summary>Prefixes kept in memory for requests to come, 0 to 16. Default 4.</summary>
    public int SharedPrefixes { get; init; } = 4;

    /// <summary>
    /// Tokens that all requests hold in memory together, a shared prefix counted once: ContextTokens to 1,000,000.
    /// A request that does not fit beside the others waits. Default null: four times ContextTokens.
    /// </summary>
    public int? MemoryTokens { get; init; }

    /// <summary>Threads of a step that reads one token, as when a single request writes, 1 to the number of cores. Default: half of the cores, at most 8.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    /// <summary>Threads of a step that reads several tokens: prompts, and requests side by side, 1 to the number of cores. Default: all cores, at most 16.</summary>
    public int BatchThreads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 16);

    /// <summary>Layers that a graphics processor holds; 0 none, −1 all. Default 0. Without such a backend it has no effect.</summary>
    public int GpuLayers { get; init; }

    /// <summary>Requests that may wait for a sequence; one more is refused as Overloaded. 1 to 1000. Default 32.</summary>
    public int QueueLength { get; init; } = 32;

    internal int AllMemoryTokens => MemoryTokens ?? (4 * ContextTokens);

    /// <summary>What a pack's stage says. Parameters: <c>contextTokens</c>, <c>memoryTokens</c>, <c>sequences</c>, <c>gpuLayers</c>.</summary>
    /// <exception cref="EngineException">MissingModel when the stage names no model.</exception>
    public static LlamaOptions Of(PackStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var options = new LlamaOptions { ModelFile = stage.PathOf("model") };
        return options with
        {
            ContextTokens = int.TryParse(stage.Parameter("contextTokens"), out var tokens) ? tokens : options.ContextTokens,
            MemoryTokens = int.TryParse(stage.Parameter("memoryTokens"), out var memory) ? memory : options.MemoryTokens,
            MaxSequences = int.TryParse(stage.Parameter("sequences"), out var sequences) ? sequences : options.MaxSequences,
            GpuLayers = int.TryParse(stage.Parameter("gpuLayers"), out var layers) ? layers : options.GpuLayers,
        };
    }

    /// <exception cref="ArgumentException">Names every value that is out of its range.</exception>
    internal void Check()
    {
        string?[] problems =
        [
            ContextTokens is < 64 or > 250_000 ? $"ContextTokens is {ContextTokens}, 64 to 250000 is allowed" : null,
            MaxSequences is < 1 or > 64 ? $"MaxSequences is {MaxSequences}, 1 to 64 is allowed" : null,
            SharedPrefixes is < 0 or > 16 ? $"SharedPrefixes is {SharedPrefixes}, 0 to 16 is allowed" : null,
            MemoryTokens < ContextTokens || MemoryTokens > 1_000_000 ? $"MemoryTokens is {MemoryTokens}, {ContextTokens} to 1000000 is allowed" : null,
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
