using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Bench;

/// <summary>Asks a language model questions as long as a call's, several at once, each asker one after the other.</summary>
internal static class LlmBench
{
    private static readonly string _prefix =
        "You read what callers of a clinic say and answer with one JSON object: the intent, and the handle it names. "
        + string.Join(' ', Enumerable.Range(1, 12).Select(i => $"Handle d{i} is doctor number {i}."));

    // Of fixed length, so that every answer of every model costs the same.
    private static readonly string _grammar = new GrammarBuilder().Build(GrammarPart.Sequence(
        GrammarPart.Literal("{\"intent\":\""),
        GrammarPart.Repeat(GrammarPart.CharacterRange('a', 'z'), 12, 12),
        GrammarPart.Literal("\",\"handle\":\"d"),
        GrammarPart.Repeat(GrammarPart.CharacterRange('0', '9'), 2, 2),
        GrammarPart.Literal("\"}")));

    /// <summary>Loads the model once and measures it with each number of askers.</summary>
    public static async Task<IReadOnlyList<LlmFigures>> RunAsync(LlamaOptions options, int requests, IEnumerable<int> askers, CancellationToken cancellationToken)
    {
        using var engine = LlamaEngine.Load(options, NativeLibraries.Locate(), TimeProvider.System, NullLogger<LlamaEngine>.Instance);
        await engine.CompleteAsync(Question(0), cancellationToken);
        var figures = new List<LlmFigures>();
        foreach (var atOnce in askers)
        {
            figures.Add(await MeasureAsync(engine, requests, atOnce, cancellationToken));
        }

        return figures;
    }

    private static async Task<LlmFigures> MeasureAsync(LlamaEngine engine, int requests, int atOnce, CancellationToken cancellationToken)
    {
        var latencies = new double[requests];
        var next = -1;
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => AskAsync()));
        return new LlmFigures(atOnce, requests, requests / TimeProvider.System.GetElapsedTime(began).TotalSeconds, Figures.Spread.Of(latencies.Select(ms => (double?)ms)));

        async Task AskAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                var asked = TimeProvider.System.GetTimestamp();
                await engine.CompleteAsync(Question(i), cancellationToken);
                latencies[i] = TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds;
            }
        }
    }

    private static LlmRequest Question(int i) =>
        new() { Prefix = _prefix, Prompt = $"Caller {i}: I would like to see somebody about my knee some time next week.", Grammar = _grammar };
}

/// <summary>What a language model did with so many askers.</summary>
/// <param name="AtOnce">Askers.</param>
/// <param name="Requests">Requests answered.</param>
/// <param name="PerSecond">Requests answered per second.</param>
/// <param name="Latency">From question to whole answer.</param>
internal sealed record LlmFigures(int AtOnce, int Requests, double PerSecond, Figures.Spread Latency);
