using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Llama;

/// <summary>
/// llama.h of llama.cpp v0.5.0: what the engine uses, native names kept. Pointers named <c>vocab</c> and <c>mem</c>
/// belong to the model and the context. https://github.com/ggml-org/llama.cpp/blob/v0.5.0/include/llama.h
/// </summary>
internal static unsafe partial class LlamaApi
{
    internal const string Library = "libllama.v0.5.0.so";

    [LibraryImport(Library)]
    internal static partial byte* llama_version();

    [LibraryImport(Library)]
    internal static partial LlamaModelParams llama_model_default_params();

    [LibraryImport(Library)]
    internal static partial LlamaContextParams llama_context_default_params();

    [LibraryImport(Library)]
    internal static partial void llama_backend_init();

    [LibraryImport(Library)]
    internal static partial void llama_log_set(delegate* unmanaged<int, byte*, void*, void> log_callback, void* user_data);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial LlamaModelHandle llama_model_load_from_file(string path_model, LlamaModelParams parameters);

    [LibraryImport(Library)]
    internal static partial void llama_model_free(nint model);

    [LibraryImport(Library)]
    internal static partial LlamaContextHandle llama_init_from_model(LlamaModelHandle model, LlamaContextParams parameters);

    [LibraryImport(Library)]
    internal static partial void llama_free(nint ctx);

    [LibraryImport(Library)]
    internal static partial uint llama_n_ctx(LlamaContextHandle ctx);

    [LibraryImport(Library)]
    internal static partial uint llama_n_batch(LlamaContextHandle ctx);

    [LibraryImport(Library)]
    internal static partial nint llama_get_memory(LlamaContextHandle ctx);

    [LibraryImport(Library)]
    internal static partial nint llama_model_get_vocab(LlamaModelHandle model);

    [LibraryImport(Library)]
    internal static partial int llama_vocab_n_tokens(nint vocab);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool llama_vocab_is_eog(nint vocab, int token);

    /// <summary>Removes the positions [p0, p1) of a sequence; p1 below 0 means to the end.</summary>
    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool llama_memory_seq_rm(nint mem, int seq_id, int p0, int p1);

    /// <summary>Gives the positions [p0, p1) of one sequence to another as well; in a unified memory no value is copied.</summary>
    [LibraryImport(Library)]
    internal static partial void llama_memory_seq_cp(nint mem, int seq_id_src, int seq_id_dst, int p0, int p1);

    /// <summary>0 done, 1 no room in the context, 2 aborted, below 0 failed.</summary>
    [LibraryImport(Library)]
    internal static partial int llama_decode(LlamaContextHandle ctx, LlamaBatch batch);

    [LibraryImport(Library)]
    internal static partial void llama_set_abort_callback(LlamaContextHandle ctx, delegate* unmanaged<void*, byte> callback, void* data);

    [LibraryImport(Library)]
    internal static partial float* llama_get_logits_ith(LlamaContextHandle ctx, int i);

    /// <summary>Returns the count, or minus the count that would have been returned when the buffer is too small.</summary>
    [LibraryImport(Library)]
    internal static partial int llama_tokenize(
        nint vocab,
        ReadOnlySpan<byte> text,
        int text_len,
        Span<int> tokens,
        int n_tokens_max,
        [MarshalAs(UnmanagedType.U1)] bool add_special,
        [MarshalAs(UnmanagedType.U1)] bool parse_special);

    [LibraryImport(Library)]
    internal static partial int llama_token_to_piece(
        nint vocab, int token, Span<byte> buf, int length, int lstrip, [MarshalAs(UnmanagedType.U1)] bool special);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial LlamaSamplerHandle llama_sampler_init_grammar(nint vocab, string grammar_str, string grammar_root);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_apply(LlamaSamplerHandle smpl, LlamaTokenDataArray* cur_p);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_accept(LlamaSamplerHandle smpl, int token);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_free(nint smpl);
}
