using Appliance.Calls.Tests.Engines;
using Appliance.Calls.Understanding;
using Appliance.Dialog.Understanding.Model;
using Appliance.Inference;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Understanding;

public sealed class ModelUnderstandingTests(TinyLanguageModel tiny) : IClassFixture<TinyLanguageModel>
{
    private static readonly ModelQuestion _question = Questions.About("my knee hurts");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_WhenModelAnswers_GivesWhatItSaid()
    {
        var answer = await Over(tiny.Engine, TimeProvider.System, TimeSpan.FromSeconds(60)).AskAsync(_question, Cancel);
        Assert.NotNull(IntentNames.Find(Assert.IsType<ModelAnswer>(answer).Intent));
        Assert.InRange(answer.Probability, float.Epsilon, 1f);
    }

    [Fact]
    public async Task Ask_WhenModelIsLate_GivesNothingAtItsBudgetAndCancels()
    {
        var time = new ManualTimeProvider();
        var stalled = new StalledModel();
        var asking = Over(stalled, time, new ModelUnderstandingOptions().Budget).AskAsync(_question, Cancel);
        time.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await asking);
        Assert.True(stalled.Cancelled);
    }

    [Fact]
    public async Task Ask_WhenRealModelIsLate_FreesItsSequence()
    {
        var time = new ManualTimeProvider();
        var asking = Enumerable.Range(0, 16).Select(i => Over(tiny.Engine, time, TimeSpan.FromMilliseconds(400)).AskAsync(Questions.About($"number {i}"), Cancel)).ToArray();
        time.Advance(TimeSpan.FromMilliseconds(400));
        var answers = await Task.WhenAll(asking);
        Assert.Contains(answers, answer => answer is null);
        for (var i = 0; i < 5000 && tiny.Engine.Running + tiny.Engine.Waiting > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancel);
        }

        Assert.Equal(0, tiny.Engine.Running + tiny.Engine.Waiting);
        Assert.NotNull(await Over(tiny.Engine, TimeProvider.System, TimeSpan.FromSeconds(60)).AskAsync(_question, Cancel));
    }

    [Fact]
    public async Task Ask_WhenModelIsLost_GivesNothing() =>
        Assert.Null(await Over(new LostModel(), TimeProvider.System, TimeSpan.FromSeconds(60)).AskAsync(_question, Cancel));

    [Fact]
    public async Task Ask_WhenCallEnds_IsCancelled()
    {
        using var over = new CancellationTokenSource();
        var asking = Over(new StalledModel(), TimeProvider.System, TimeSpan.FromSeconds(60)).AskAsync(_question, over.Token);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 0)]
    [InlineData(2000, 0)]
    [InlineData(2001, 1)]
    public void Problems_WhenBudgetIsOutside_SayIt(int milliseconds, int problems) =>
        Assert.Equal(problems, new ModelUnderstandingOptions { Budget = TimeSpan.FromMilliseconds(milliseconds) }.Problems().Count);

    private static ModelUnderstanding Over(ILanguageModel model, TimeProvider time, TimeSpan budget) =>
        new(model, new ModelUnderstandingOptions { Budget = budget }, time, NullLogger.Instance);

    /// <summary>A fault: a model that never answers.</summary>
    private sealed class StalledModel : ILanguageModel
    {
        public bool Cancelled { get; private set; }

        public async ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<Completion>();
            await using var registration = cancellationToken.Register(() =>
            {
                Cancelled = true;
                never.TrySetCanceled(cancellationToken);
            });
            return await never.Task;
        }
    }

    /// <summary>A fault: an engine that has failed.</summary>
    private sealed class LostModel : ILanguageModel
    {
        public ValueTask<Completion> CompleteAsync(LlmRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromException<Completion>(new EngineException(EngineErrorReason.EngineFailed, "Lost by the test."));
    }
}
