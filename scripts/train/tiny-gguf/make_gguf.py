#!/usr/bin/env python3
"""Writes a small random-weight Llama model as GGUF v3, for tests of the engine: same seed, same file.

    make_gguf.py OUT.gguf [--seed N] [--architecture NAME]

Vocabulary: SentencePiece style with byte fallback, so every text has tokens. Python 3 without any package.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""
import argparse
import random
import struct

DIM, LAYERS, HEADS, KV_HEADS, FEED_FORWARD, CONTEXT = 64, 2, 4, 2, 128, 2048
ALIGNMENT = 32
F32, F16 = 0, 1
UINT32, FLOAT32, BOOL, STRING, ARRAY, INT32 = 4, 6, 7, 8, 9, 5
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6
WORDS = ["\u2581book", "\u2581call", "\u2581yes", "\u2581no", "intent", "slot", "handle", "\":", "\",", "{\"", "\"}", "er", "in", "on", "th"]


def text(value):
    data = value.encode("utf-8")
    return struct.pack("<Q", len(data)) + data


def entry(key, kind, value):
    packed = {UINT32: "<I", FLOAT32: "<f", BOOL: "<?"}
    body = text(value) if kind == STRING else struct.pack(packed[kind], value)
    return text(key) + struct.pack("<I", kind) + body


def array(key, kind, values):
    packed = {FLOAT32: "<f", INT32: "<i"}
    body = b"".join(text(v) if kind == STRING else struct.pack(packed[kind], v) for v in values)
    return text(key) + struct.pack("<IIQ", ARRAY, kind, len(values)) + body


def vocabulary():
    """(piece, score, type); control tokens, 256 bytes, then letters and a few longer pieces."""
    tokens = [("<unk>", 0.0, UNKNOWN), ("<s>", 0.0, CONTROL), ("</s>", 0.0, CONTROL)]
    tokens += [("<0x%02X>" % b, 0.0, BYTE) for b in range(256)]
    letters = ["\u2581"] + [chr(c) for c in range(ord("a"), ord("z") + 1)]
    tokens += [(piece, -10.0 - i, NORMAL) for i, piece in enumerate(letters)]
    tokens += [(piece, -1.0 - i, NORMAL) for i, piece in enumerate(WORDS)]
    return tokens


def metadata(tokens, architecture):
    a = architecture
    return [
        entry("general.architecture", STRING, a),
        entry("general.name", STRING, "tiny random test model"),
        entry("general.alignment", UINT32, ALIGNMENT),
        entry(a + ".context_length", UINT32, CONTEXT),
        entry(a + ".embedding_length", UINT32, DIM),
        entry(a + ".block_count", UINT32, LAYERS),
        entry(a + ".feed_forward_length", UINT32, FEED_FORWARD),
        entry(a + ".attention.head_count", UINT32, HEADS),
        entry(a + ".attention.head_count_kv", UINT32, KV_HEADS),
        entry(a + ".attention.layer_norm_rms_epsilon", FLOAT32, 1e-5),
        entry(a + ".rope.dimension_count", UINT32, DIM // HEADS),
        entry(a + ".vocab_size", UINT32, len(tokens)),
        entry("tokenizer.ggml.model", STRING, "llama"),
        array("tokenizer.ggml.tokens", STRING, [t[0] for t in tokens]),
        array("tokenizer.ggml.scores", FLOAT32, [t[1] for t in tokens]),
        array("tokenizer.ggml.token_type", INT32, [t[2] for t in tokens]),
        entry("tokenizer.ggml.unknown_token_id", UINT32, 0),
        entry("tokenizer.ggml.bos_token_id", UINT32, 1),
        entry("tokenizer.ggml.eos_token_id", UINT32, 2),
        entry("tokenizer.ggml.add_bos_token", BOOL, True),
        entry("tokenizer.ggml.add_space_prefix", BOOL, False),
    ]


def shapes(vocabulary_size):
    """(name, dimensions with the innermost first); one dimension means a norm of ones."""
    kv = DIM // HEADS * KV_HEADS
    yield "token_embd.weight", (DIM, vocabulary_size)
    for layer in range(LAYERS):
        block = "blk.%d." % layer
        yield block + "attn_norm.weight", (DIM,)
        yield block + "attn_q.weight", (DIM, DIM)
        yield block + "attn_k.weight", (DIM, kv)
        yield block + "attn_v.weight", (DIM, kv)
        yield block + "attn_output.weight", (DIM, DIM)
        yield block + "ffn_norm.weight", (DIM,)
        yield block + "ffn_gate.weight", (DIM, FEED_FORWARD)
        yield block + "ffn_up.weight", (DIM, FEED_FORWARD)
        yield block + "ffn_down.weight", (FEED_FORWARD, DIM)
    yield "output_norm.weight", (DIM,)
    yield "output.weight", (DIM, vocabulary_size)


def weights(dimensions, numbers):
    if len(dimensions) == 1:
        return F32, struct.pack("<%df" % dimensions[0], *[1.0] * dimensions[0])
    count = dimensions[0] * dimensions[1]
    return F16, struct.pack("<%de" % count, *[numbers.gauss(0.0, 0.15) for _ in range(count)])


def padded(data):
    return data + b"\0" * (-len(data) % ALIGNMENT)


def model(seed, architecture):
    numbers = random.Random(seed)
    tokens = vocabulary()
    infos, body, count = b"", b"", 0
    for name, dimensions in shapes(len(tokens)):
        kind, data = weights(dimensions, numbers)
        infos += text(name) + struct.pack("<I", len(dimensions))
        infos += b"".join(struct.pack("<Q", d) for d in dimensions) + struct.pack("<IQ", kind, len(body))
        body += padded(data)
        count += 1
    entries = metadata(tokens, architecture)
    header = b"GGUF" + struct.pack("<IQQ", 3, count, len(entries)) + b"".join(entries) + infos
    return padded(header) + body


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--architecture", default="llama")
    options = parser.parse_args()
    with open(options.out, "wb") as file:
        file.write(model(options.seed, options.architecture))
