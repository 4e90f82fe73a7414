namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// A GBNF grammar at one point of a generation: says which tokens may come next.
/// https://github.com/ggml-org/llama.cpp/blob/v0.5.0/grammars/README.md
/// </summary>
internal sealed unsafe class LlamaGrammar : IDisposable
{
    private readonly LlamaSamplerHandle _sampler;
    private readonly LlamaTokenData[] _candidates;

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
    }

    /// <summary>Fills <paramref name="allowed"/> with the ids of all tokens that may come next, in rising order.</summary>
    internal void Allowed(List<int> allowed)
    {
        for (var token = 0; token < _candidates.Length; token++)
        {
            _candidates[token] = new LlamaTokenData { Id = token };
        }

        allowed.Clear();
        fixed (LlamaTokenData* data = _candidates)
        {
            var array = new LlamaTokenDataArray { Data = data, Size = (nuint)_candidates.Length, Selected = -1 };
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

    /// <summary>Moves on by a token; it must be one that is allowed, or the library ends the process.</summary>
    internal void Accept(int token) => LlamaApi.llama_sampler_accept(_sampler, token);

    public void Dispose() => _sampler.Dispose();

    private static EngineException Broken(string why) =>
        new(EngineErrorReason.InvalidInput, $"The grammar (stage llm) cannot be used: {why}.");
}
