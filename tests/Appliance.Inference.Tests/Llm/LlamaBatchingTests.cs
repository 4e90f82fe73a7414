using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Llm;

/// <summary>Many requests in one context.</summary>
public sealed class LlamaBatchingTests(TinyModel tiny) : IClassFixture<TinyModel>
{
    private const string Long = "root ::= [a-z]{1000}";
    private const string Prefix = "You answer for a clinic. These doctors work here: Ann, Ben and Eve. ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_WhenSixteenRunTogether_GivesWhatEachGivesAlone()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File });
        var requests = Enumerable.Range(0, 16).Select(RequestOf).ToArray();
        var together = await Task.WhenAll(requests.Select(request => engine.CompleteAsync(request, Cancel).AsTask()));
        foreach (var (request, completion) in requests.Zip(together))
        {
            using var fresh = Load(new LlamaOptions { ModelFile = tiny.File });
            var alone = await fresh.CompleteAsync(request, Cancel);
            Assert.Equal(alone.Text, completion.Text);
            Assert.All(alone.Tokens.Zip(completion.Tokens), pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 0.01f));
        }
    }

    [Fact]
    public async Task Complete_WhenALongOneRuns_ServesAShortOneMeanwhile()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File });
        var writing = engine.CompleteAsync(LongRequest(), Cancel).AsTask();
        await UntilAsync(() => engine.Running == 1);
        var quick = Task.WhenAll(Enumerable.Range(0, 3).Select(i => engine.CompleteAsync(RequestOf(i), Cancel).AsTask()));
        Assert.Same(quick, await Task.WhenAny(quick, writing));
        Assert.All(await quick, completion => Assert.Equal(CompletionEnd.GrammarComplete, completion.End));
    }

    [Fact]
    public async Task Complete_WhenSequencesAreTaken_WaitsUntilOneIsCancelled()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File, MaxSequences = 2 });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = new[] { engine.CompleteAsync(LongRequest(), Cancel).AsTask(), engine.CompleteAsync(LongRequest(), source.Token).AsTask() };
        await UntilAsync(() => engine.Running == 2);
        var third = engine.CompleteAsync(RequestOf(3), Cancel).AsTask();
        await UntilAsync(() => engine.Waiting == 1);
        Assert.Equal(2, engine.Running);

        // The one that goes on began first: were the cancelled one still written, the third would come after it.
        await source.CancelAsync();
        Assert.Same(third, await Task.WhenAny(third, writing[0]));
        Assert.Equal(CompletionEnd.GrammarComplete, (await third).End);
        Assert.True(writing[1].IsCanceled);
    }

    [Fact]
    public async Task Complete_WhenQueueIsFull_IsRefusedAsOverloadedAndTheCancelledMakePlace()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File, MaxSequences = 1, QueueLength = 1 });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = engine.CompleteAsync(LongRequest(), Cancel).AsTask();
        await UntilAsync(() => engine.Running == 1);
        var waiting = engine.CompleteAsync(RequestOf(1), source.Token).AsTask();
        var error = await Assert.ThrowsAsync<EngineException>(async () => await engine.CompleteAsync(RequestOf(2), Cancel));
        Assert.Equal(EngineErrorReason.Overloaded, error.Reason);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = engine.CompleteAsync(RequestOf(3), Cancel).AsTask();
        Assert.Equal(1, engine.Waiting);
        Assert.False(next.IsCompleted || running.IsCompleted);
    }

    [Fact]
    public async Task Complete_WhenMemoryHoldsOneLongRequest_ServesAllOneAfterTheOther()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File, ContextTokens = 256, MemoryTokens = 256 });
        var requests = Enumerable.Range(0, 6).Select(i => RequestOf(i) with { Prefix = $"{i} {Prefix}", MaxTokens = 100 }).ToArray();
        var answers = await Task.WhenAll(requests.Select(request => engine.CompleteAsync(request, Cancel).AsTask()));
        Assert.All(answers, answer => Assert.Equal(CompletionEnd.GrammarComplete, answer.End));
    }

    [Fact]
    public async Task Complete_WhenPrefixIsShared_IsReadOnceByAll()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File });
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => engine.CompleteAsync(RequestOf(i), Cancel).AsTask()));
        Assert.Single(answers, answer => answer.Usage.ReusedTokens == 0);
        Assert.Equal(15, answers.Count(answer => answer.Usage.ReusedTokens > Prefix.Length / 2));
    }

    [Fact]
    public async Task Complete_WhenMorePrefixesThanPlaces_AnswersTheSame()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File, SharedPrefixes = 1 });
        using var plain = Load(new LlamaOptions { ModelFile = tiny.File, SharedPrefixes = 0 });
        var requests = Enumerable.Range(0, 12).Select(i => RequestOf(i) with { Prefix = $"{i % 3} {Prefix}" }).ToArray();
        var answers = await Task.WhenAll(requests.Select(request => engine.CompleteAsync(request, Cancel).AsTask()));
        foreach (var (request, answer) in requests.Zip(answers))
        {
            var read = await plain.CompleteAsync(request, Cancel);
            Assert.Equal(0, read.Usage.ReusedTokens);
            Assert.Equal(read.Text, answer.Text);
        }
    }

    [Fact]
    public async Task Complete_WhenCancelledAtRandom_ServesTheOthersAndFreesAllSequences()
    {
        using var engine = Load(new LlamaOptions { ModelFile = tiny.File, MaxSequences = 4, QueueLength = 100 });
        var draws = new Random(1);
        var writing = Enumerable.Range(0, 60).Select(async i =>
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var doomed = i % 2 == 0;
            if (doomed)
            {
                source.CancelAfter(draws.Next(1, 60));
            }

            var asked = engine.CompleteAsync(doomed ? LongRequest() : RequestOf(i), source.Token).AsTask();
            if (doomed)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
                return;
            }

            Assert.Equal(CompletionEnd.GrammarComplete, (await asked).End);
        }).ToArray();
        await Task.WhenAll(writing);
        await UntilAsync(() => engine.Running == 0);
        Assert.Equal(0, engine.Waiting);
    }

    private static LlmRequest RequestOf(int i) =>
        new() { Prefix = Prefix, Prompt = $"caller {i} says: who is doctor {(char)('a' + i)}?", Grammar = "root ::= [a-z]{8,12}" };

    private static LlmRequest LongRequest() => new() { Prefix = Prefix, Prompt = "x", Grammar = Long, MaxTokens = 1000 };

    private static LlamaEngine Load(LlamaOptions options) => LlamaEngine.Load(
        options with { Threads = 1, BatchThreads = 1 }, NativeLibraries.Locate(), TimeProvider.System, NullLogger<LlamaEngine>.Instance);

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 5000 && !condition(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancel);
        }

        Assert.True(condition());
    }
}
