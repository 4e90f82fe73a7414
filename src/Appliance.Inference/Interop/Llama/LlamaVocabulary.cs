using System.Text;

namespace Appliance.Inference.Interop.Llama;

/// <summary>A model's tokens: text to ids and back. Thread-safe, as the library's tokenizer is. Lives as long as its model.</summary>
internal sealed class LlamaVocabulary
{
    private readonly nint _vocab;
    private readonly bool[] _ends;
    private readonly Lazy<LlamaTokenTree> _tree;

    internal LlamaVocabulary(LlamaModelHandle model)
    {
        _vocab = LlamaApi.llama_model_get_vocab(model);
        Size = LlamaApi.llama_vocab_n_tokens(_vocab);
        _ends = new bool[Size];
        for (var token = 0; token < Size; token++)
        {
            _ends[token] = LlamaApi.llama_vocab_is_eog(_vocab, token);
        }

        _tree = new Lazy<LlamaTokenTree>(() => new LlamaTokenTree([.. Enumerable.Range(0, Size).Select(token => IsEnd(token) ? [] : PieceOf(token))]));
    }

    internal int Size { get; }

    /// <summary>The tokens by their beginnings; built when it is first asked for.</summary>
    internal LlamaTokenTree Tree => _tree.Value;

    /// <summary>Whether the token ends a generation (end of sequence, end of turn).</summary>
    internal bool IsEnd(int token) => _ends[token];

    /// <param name="text">Any text.</param>
    /// <param name="first">True adds the model's begin token where it wants one.</param>
    /// <param name="template">True reads names such as <c>&lt;|eot_id|&gt;</c> as control tokens; false takes them as plain text.</param>
    internal int[] Tokenize(string text, bool first, bool template)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var tokens = new int[utf8.Length + 8];
        var count = LlamaApi.llama_tokenize(_vocab, utf8, utf8.Length, tokens, tokens.Length, first, template);
        if (count < 0 && count != int.MinValue)
        {
            tokens = new int[-count];
            count = LlamaApi.llama_tokenize(_vocab, utf8, utf8.Length, tokens, tokens.Length, first, template);
        }

        return count >= 0
            ? tokens[..count]
            : throw new EngineException(EngineErrorReason.InvalidInput, "The prompt (stage llm) is too long to be split into tokens.");
    }

    /// <summary>The UTF-8 bytes of a token; a character may be spread over several tokens. Control tokens have none.</summary>
    internal byte[] PieceOf(int token)
    {
        Span<byte> buffer = stackalloc byte[256];
        var length = LlamaApi.llama_token_to_piece(_vocab, token, buffer, buffer.Length, 0, special: false);
        if (length >= 0)
        {
            return buffer[..length].ToArray();
        }

        var piece = new byte[-length];
        _ = LlamaApi.llama_token_to_piece(_vocab, token, piece, piece.Length, 0, special: false);
        return piece;
    }

    internal LlamaSamplerHandle OpenGrammar(string grammar, string root) =>
        LlamaApi.llama_sampler_init_grammar(_vocab, grammar, root);
}
