using System.Runtime.InteropServices;
using System.Text;
using Appliance.Inference.Interop.Llama;

namespace Appliance.Inference.Llm;

/// <summary>
/// Writes one answer, token by token, on the engine's thread. Where the grammar leaves a single token the model is not
/// asked: forced tokens are read together with the next free choice.
/// </summary>
internal sealed class LlamaGeneration(LlamaSession session, LlamaVocabulary vocabulary, LlmRequest request)
{
    private readonly List<int> _allowed = [];
    private readonly List<int> _unread = [];
    private readonly List<CompletionToken> _tokens = [];
    private readonly List<byte> _text = [];
    private readonly Random _draws = new(request.Seed);

    internal string Text => Encoding.UTF8.GetString([.. _text]);

    internal IReadOnlyList<CompletionToken> Tokens => _tokens;

    internal CompletionEnd Run(LlamaGrammar grammar, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            grammar.Allowed(_allowed);
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

            var choice = _allowed.Count == 1 ? new TokenChoice(_allowed[0], 1, float.NaN) : Choose(cancellationToken);
            if (vocabulary.IsEnd(choice.Token))
            {
                return CompletionEnd.GrammarComplete;
            }

            grammar.Accept(choice.Token);
            Keep(choice);
        }
    }

    private TokenChoice Choose(CancellationToken cancellationToken)
    {
        session.Append(CollectionsMarshal.AsSpan(_unread), cancellationToken);
        _unread.Clear();
        return request.Temperature > 0
            ? TokenChoice.Drawn(session.Logits(), _allowed, request.Temperature, _draws.NextDouble())
            : TokenChoice.Likeliest(session.Logits(), _allowed);
    }

    private void Keep(TokenChoice choice)
    {
        var piece = vocabulary.PieceOf(choice.Token);
        _unread.Add(choice.Token);
        _text.AddRange(piece);
        _tokens.Add(new CompletionToken(Encoding.UTF8.GetString(piece), choice.Probability, choice.RawProbability));
    }
}
