using Appliance.Inference.Interop;
using Appliance.Inference.Interop.Llama;
using Appliance.Inference.Llm;
using Appliance.Inference.Tests.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Interop.Llama;

/// <summary>The tree finds exactly the tokens that the library allows when it is shown every one.</summary>
public sealed class LlamaGrammarTests : IClassFixture<TinyModel>, IDisposable
{
    private readonly LlamaModelHandle _model;
    private readonly LlamaVocabulary _vocabulary;

    public LlamaGrammarTests(TinyModel tiny)
    {
        LlamaLibrary.Load(NativeLibraries.Locate(), NullLogger.Instance);
        _model = LlamaModelFile.Open(new LlamaOptions { ModelFile = tiny.File });
        _vocabulary = new LlamaVocabulary(_model);
    }

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("root ::= \"intent\" \" \" [a-z]+ | \" book it\"")]
    [InlineData("root ::= \"\u00e9t\u00e9\" | \"\u00e8re\"")]
    [InlineData("root ::= [^a\u00e9]{2,9}")]
    [InlineData("root ::= ([a-z ] | \"{\\\"\")* \"\\\"}\"")]
    [InlineData("root ::= .")]
    public void Allowed_WhenFoundByTree_AreThoseOfTheWholeVocabulary(string source)
    {
        // A comment with '<' makes the grammar show every token.
        using var byTree = new LlamaGrammar(_vocabulary, source, "root");
        using var whole = new LlamaGrammar(_vocabulary, source + " # <", "root");
        List<int> found = [];
        List<int> expected = [];
        for (var step = 0; step < 6; step++)
        {
            byTree.Allowed(found);
            whole.Allowed(expected);
            Assert.Equal(expected, found);
            if (found.TrueForAll(_vocabulary.IsEnd))
            {
                break;
            }

            var next = found.FindAll(token => !_vocabulary.IsEnd(token))[(step * 7) % found.Count(token => !_vocabulary.IsEnd(token))];
            byTree.Accept(next);
            whole.Accept(next);
        }

        Assert.True(byTree.Shown <= whole.Shown);
    }

    [Fact]
    public void Allowed_WhenGrammarIsNarrow_ShowsTheLibraryFewTokens()
    {
        using var grammar = new LlamaGrammar(_vocabulary, "root ::= \"no\"", "root");
        grammar.Allowed([]);
        Assert.InRange(grammar.Shown, 1, _vocabulary.Size - 10);
    }
}
