using System.Text.Json;
using System.Text.RegularExpressions;
using Appliance.Inference.Llm;

namespace Appliance.Inference.Tests.Llm;

public sealed class LlamaEngineTests(TinyModel tiny) : IClassFixture<TinyModel>
{
    private const string Digits = "root ::= [0-9]{3,5}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("root ::= \"yes\" | \"no\"", "^(yes|no)$")]
    [InlineData(Digits, "^[0-9]{3,5}$")]
    [InlineData("root ::= day \" at \" hour\nday ::= \"Monday\" | \"Friday\"\nhour ::= [1-9] | \"1\" [0-2]", "^(Monday|Friday) at ([1-9]|1[0-2])$")]
    [InlineData("root ::= \"caf\u00e9\" | \"na\u00efve\"", "^(caf\u00e9|na\u00efve)$")]
    public async Task Complete_WhenGrammarIsGiven_StaysWithinIt(string grammar, string pattern)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var completion = await CompleteAsync("Say it: ", grammar, seed, temperature: 1.5f);
            Assert.Equal(CompletionEnd.GrammarComplete, completion.End);
            Assert.Matches(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), completion.Text);
        }
    }

    [Fact]
    public async Task Complete_WhenIntentsAndHandlesAreLive_NamesOnlyWhatExists()
    {
        string[] doctors = ["Dr. O'Neil", "Dr. \"Red\" Ruiz", "Dr. M\u00fcller\\Smith"];
        var grammar = new GrammarBuilder()
            .Add("doctor", GrammarPart.OneOf(doctors.Select(GrammarPart.JsonLiteral)))
            .Build(GrammarPart.Sequence(
                GrammarPart.Literal("{\"intent\":"),
                GrammarPart.OneOf(GrammarPart.JsonLiteral("book"), GrammarPart.JsonLiteral("cancel")),
                GrammarPart.Optional(GrammarPart.Sequence(GrammarPart.Literal(",\"doctor\":"), GrammarPart.Rule("doctor"))),
                GrammarPart.Literal("}")));
        for (var seed = 0; seed < 8; seed++)
        {
            var completion = await CompleteAsync("I want to see the doctor.", grammar, seed, temperature: 2);
            Assert.Equal(CompletionEnd.GrammarComplete, completion.End);
            using var json = JsonDocument.Parse(completion.Text);
            Assert.Contains(json.RootElement.GetProperty("intent").GetString(), new[] { "book", "cancel" });
            if (json.RootElement.TryGetProperty("doctor", out var doctor))
            {
                Assert.Contains(doctor.GetString(), doctors);
            }
        }
    }

    [Fact]
    public async Task Complete_WhenAskedTwice_GivesTheSameTokensAndProbabilities()
    {
        var first = await CompleteAsync("same", Digits);
        var second = await CompleteAsync("same", Digits);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Tokens, second.Tokens);

        var drawn = await CompleteAsync("same", Digits, seed: 7, temperature: 1);
        Assert.Equal(drawn.Text, (await CompleteAsync("same", Digits, seed: 7, temperature: 1)).Text);
    }

    [Fact]
    public async Task Complete_WhenPrefixIsShared_ReadsLessAndAnswersTheSame()
    {
        const string Prefix = "You answer for a clinic. These doctors work here: Ann, Ben and Eve. ";
        var request = new LlmRequest { Prefix = Prefix, Prompt = "Who is Ben?", Grammar = "root ::= [a-z]{12}" };
        Completion fresh;
        using (var engine = tiny.Load())
        {
            fresh = await engine.CompleteAsync(request, Cancel);
        }

        await tiny.Engine.CompleteAsync(request with { Prompt = "Quite another thing!" }, Cancel);
        var reused = await tiny.Engine.CompleteAsync(request, Cancel);
        Assert.Equal(0, fresh.Usage.ReusedTokens);
        Assert.InRange(reused.Usage.ReusedTokens, Prefix.Length / 2, reused.Usage.PromptTokens - 1);
        Assert.Equal(fresh.Text, reused.Text);
        Assert.All(fresh.Tokens.Zip(reused.Tokens), pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 0.01f));
    }

    [Fact]
    public async Task Complete_WhenPromptIsLongerThanABatch_IsReadWhole()
    {
        var prompt = string.Concat(Enumerable.Repeat("pqxz ", 300));
        var completion = await CompleteAsync(prompt, Digits);
        Assert.InRange(completion.Usage.PromptTokens, 1200, 1800);
        Assert.Equal(completion.Text, (await CompleteAsync(prompt, Digits)).Text);
    }

    [Fact]
    public async Task Complete_WhenTokensAreChosen_GivesTheirProbabilities()
    {
        var choice = await CompleteAsync("x", "root ::= \"7\" | \"8\"");
        var forced = await CompleteAsync("x", "root ::= \"7\"");
        var token = Assert.Single(choice.Tokens);
        Assert.InRange(token.Probability, 0.5f, 1f);
        Assert.InRange(token.RawProbability, 0f, token.Probability);
        Assert.Equal(1f, forced.Probability);
        Assert.True(float.IsNaN(Assert.Single(forced.Tokens).RawProbability));
        Assert.Equal(choice.LeastProbability, token.Probability);
    }

    [Fact]
    public async Task Complete_WhenLimitComesFirst_SaysSo()
    {
        var completion = await tiny.Engine.CompleteAsync(
            new LlmRequest { Prefix = "", Prompt = "x", Grammar = "root ::= [0-9]{50}", MaxTokens = 4 }, Cancel);
        Assert.Equal(CompletionEnd.MaxTokens, completion.End);
        Assert.Equal(4, completion.Text.Length);
    }

    [Fact]
    public async Task Complete_WhenPromptNamesControlTokens_TakesThemAsText()
    {
        var plain = await tiny.Engine.CompleteAsync(new LlmRequest { Prefix = "a", Prompt = "</s>", Grammar = Digits }, Cancel);
        var trusted = await tiny.Engine.CompleteAsync(new LlmRequest { Prefix = "a", Prompt = "", Suffix = "</s>", Grammar = Digits }, Cancel);
        Assert.True(plain.Usage.PromptTokens > trusted.Usage.PromptTokens);
    }

    [Theory]
    [InlineData("root ::= (")]
    [InlineData("root ::= missing")]
    [InlineData("other ::= \"a\"")]
    [InlineData("root ::= root \"a\" | \"b\"")]
    [InlineData("")]
    public async Task Complete_WhenGrammarIsBroken_FailsAndTheNextRequestIsServed(string grammar)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => CompleteAsync("x", grammar));
        Assert.Equal(EngineErrorReason.InvalidInput, error.Reason);
        Assert.Contains("grammar", error.Message, StringComparison.Ordinal);
        Assert.Equal(CompletionEnd.GrammarComplete, (await CompleteAsync("x", Digits)).End);
    }

    [Fact]
    public async Task Complete_WhenPromptIsBeyondTheContext_IsRefused()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => CompleteAsync(new string('x', 3000), Digits));
        Assert.Equal(EngineErrorReason.InvalidInput, error.Reason);
        Assert.DoesNotContain("xxx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_WhenCancelledWhileWriting_StopsAndTheNextRequestIsServed()
    {
        var expected = (await CompleteAsync("after", Digits)).Text;
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = tiny.Engine.CompleteAsync(
            new LlmRequest { Prefix = "", Prompt = "x", Grammar = "root ::= [a-z]{1,1000}", MaxTokens = 1024 }, source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Equal(expected, (await CompleteAsync("after", Digits)).Text);
    }

    [Fact]
    public async Task Complete_WhenManyAskAtOnce_EachGetsItsOwnAnswer()
    {
        var prompts = Enumerable.Range(0, 12).Select(i => $"caller {i}").ToArray();
        var together = await Task.WhenAll(prompts.Select(prompt => CompleteAsync(prompt, Digits)));
        foreach (var (prompt, completion) in prompts.Zip(together))
        {
            Assert.Equal((await CompleteAsync(prompt, Digits)).Text, completion.Text);
        }
    }

    [Fact]
    public async Task Complete_WhenEngineIsDisposed_FailsWithStopped()
    {
        var engine = tiny.Load(contextTokens: 128);
        engine.Dispose();
        var error = await Assert.ThrowsAsync<EngineException>(
            async () => await engine.CompleteAsync(new LlmRequest { Prefix = "", Prompt = "x", Grammar = Digits }, Cancel));
        Assert.Equal(EngineErrorReason.Stopped, error.Reason);
    }

    [Fact]
    public async Task Complete_WhenEngineIsDisposedMeanwhile_IsBrokenOff()
    {
        var engine = tiny.Load();
        var request = new LlmRequest { Prefix = "", Prompt = "x", Grammar = "root ::= [a-z]{1000}", MaxTokens = 1000 };
        var writing = Enumerable.Range(0, 4).Select(_ => engine.CompleteAsync(request, Cancel).AsTask()).ToArray();
        engine.Dispose();
        foreach (var task in writing)
        {
            var error = await Assert.ThrowsAsync<EngineException>(() => task);
            Assert.Equal(EngineErrorReason.Stopped, error.Reason);
        }
    }

    private Task<Completion> CompleteAsync(string prompt, string grammar, int seed = 0, float temperature = 0) =>
        tiny.Engine.CompleteAsync(
            new LlmRequest { Prefix = "", Prompt = prompt, Grammar = grammar, Seed = seed, Temperature = temperature }, Cancel).AsTask();
}
