using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// A GBNF grammar at one point of a generation: says which tokens may come next.
/// https://github.com/ggml-org/llama.cpp/blob/v0.5.0/grammars/README.md
/// </summary>
internal sealed unsafe class LlamaGrammar : IDisposable
{
    private readonly LlamaSamplerHandle _sampler;
    private readonly LlamaTokenData[] _candidates;
    private readonly LlamaTokenTree _tree;
    private readonly List<int> _level = [];

    // GBNF may name a token by <[id]>, which no beginning of its text tells; such grammars are shown every token.
    private readonly bool _namesTokens;

    /// <exception cref="EngineException">InvalidInput when the grammar cannot be parsed.</exception>
    internal LlamaGrammar(LlamaVocabulary vocabulary, string grammar, string root)
    {
        if (string.IsNullOrWhiteSpace(grammar) || grammar.Contains('\0', StringComparison.Ordinal))
        {
            throw Broken("it is empty or holds a zero character");
        }

        LlamaLog.TakeErrors();
        _sampler = vocabulary.OpenGrammar(grammar, root);
        if (_sampler.IsInvalid)
        {
            _sampler.Dispose();
            throw Broken(LlamaLog.TakeErrors());
        }

        _candidates = new LlamaTokenData[vocabulary.Size];
        _tree = vocabulary.Tree;
        _namesTokens = grammar.Contains('<', StringComparison.Ordinal);
    }

    /// <summary>How many tokens were shown to the library so far.</summary>
    internal long Shown { get; private set; }

    /// <summary>Fills <paramref name="allowed"/> with the ids of all tokens that may come next, in rising order.</summary>
    internal void Allowed(List<int> allowed)
    {
        allowed.Clear();
        if (_namesTokens)
        {
            AddAllowed([.. Enumerable.Range(0, _candidates.Length)], allowed);
            return;
        }

        _level.Clear();
        _level.AddRange(_tree.Roots);
        while (_level.Count > 0)
        {
            var known = allowed.Count;
            AddAllowed(CollectionsMarshal.AsSpan(_level), allowed);
            _level.Clear();
            for (var i = known; i < allowed.Count; i++)
            {
                _level.AddRange(_tree.ChildrenOf(allowed[i]));
            }
        }

        allowed.Sort();
    }

    /// <summary>Moves on by a token; it must be one that is allowed, or the library ends the process.</summary>
    internal void Accept(int token) => LlamaApi.llama_sampler_accept(_sampler, token);

    public void Dispose() => _sampler.Dispose();

    private void AddAllowed(ReadOnlySpan<int> tokens, List<int> allowed)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            _candidates[i] = new LlamaTokenData { Id = tokens[i] };
        }

        Shown += tokens.Length;
        fixed (LlamaTokenData* data = _candidates)
        {
            var array = new LlamaTokenDataArray { Data = data, Size = (nuint)tokens.Length, Selected = -1 };
            LlamaApi.llama_sampler_apply(_sampler, &array);
            for (nuint i = 0; i < array.Size; i++)
            {
                if (!float.IsNegativeInfinity(array.Data[i].Logit))
                {
                    allowed.Add(array.Data[i].Id);
                }
            }
        }
    }

    private static EngineException Broken(string why) =>
        new(EngineErrorReason.InvalidInput, $"The grammar (stage llm) cannot be used: {why}.");
}
