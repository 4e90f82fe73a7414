using System.Runtime.InteropServices;
using System.Text;
using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm.Batching;

/// <summary>
/// Writes one answer. Where the grammar leaves a single token the model is not asked: forced tokens are read together
/// with the next free choice, and those at the very beginning together with the prompt.
/// </summary>
internal sealed class Generation(LlamaVocabulary vocabulary, LlmRequest request) : IDisposable
{
    private readonly LlamaGrammar _grammar = new(vocabulary, request.Grammar, root: "root");
    private readonly List<int> _allowed = [];
    private readonly List<int> _unread = [];
    private readonly List<CompletionToken> _tokens = [];
    private readonly List<byte> _text = [];
    private readonly Random _draws = new(request.Seed);

    internal string Text => Encoding.UTF8.GetString([.. _text]);

    internal IReadOnlyList<CompletionToken> Tokens => _tokens;

    /// <summary>Writes what is forced. Returns why the answer ends, or null when the model has to be asked.</summary>
    /// <exception cref="EngineException">InvalidInput when the grammar leads nowhere.</exception>
    internal CompletionEnd? Force()
    {
        while (true)
        {
            _grammar.Allowed(_allowed);
            if (_allowed.TrueForAll(vocabulary.IsEnd))
            {
                return _allowed.Count > 0
                    ? CompletionEnd.GrammarComplete
                    : throw new EngineException(EngineErrorReason.InvalidInput, "The grammar (stage llm) leads where no token of the model can go on.");
            }

            if (_tokens.Count == request.MaxTokens)
            {
                return CompletionEnd.MaxTokens;
            }

            if (_allowed.Count > 1)
            {
                return null;
            }

            Keep(new TokenChoice(_allowed[0], 1, float.NaN));
        }
    }

    /// <summary>Chooses one token by the model's logits, then writes what is forced; returns as <see cref="Force"/>.</summary>
    internal CompletionEnd? Choose(ReadOnlySpan<float> logits)
    {
        var choice = request.Temperature > 0
            ? TokenChoice.Drawn(logits, _allowed, request.Temperature, _draws.NextDouble())
            : TokenChoice.Likeliest(logits, _allowed);
        if (vocabulary.IsEnd(choice.Token))
        {
            return CompletionEnd.GrammarComplete;
        }

        Keep(choice);
        return Force();
    }

    /// <summary>Hands over what was written since the last call, for the model to read.</summary>
    internal void MoveUnreadTo(SequenceFeed feed)
    {
        feed.Add(CollectionsMarshal.AsSpan(_unread));
        _unread.Clear();
    }

    public void Dispose() => _grammar.Dispose();

    private void Keep(TokenChoice choice)
    {
        _grammar.Accept(choice.Token);
        var piece = vocabulary.PieceOf(choice.Token);
        _unread.Add(choice.Token);
        _text.AddRange(piece);
        _tokens.Add(new CompletionToken(Encoding.UTF8.GetString(piece), choice.Probability, choice.RawProbability));
    }
}
