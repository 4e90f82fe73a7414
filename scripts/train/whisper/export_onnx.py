#!/usr/bin/env python3
"""Exports a trained network as encoder.onnx, decoder.onnx and tokens.txt, in the layout that sherpa-onnx uses for Whisper.

    export_onnx.py CHECKPOINT OUT_FOLDER [--tokens FILE] [--width D]

With N utterances, T feature frames of 10 ms, U = T / 2 states, L layers, C = 128 text positions, D width, V tokens:

encoder: mel[N,80,T] -> n_layer_cross_k[L,N,U,D], n_layer_cross_v[L,N,U,D]
decoder: tokens[N,n], in_n_layer_self_k_cache[L,N,C,D], in_n_layer_self_v_cache[L,N,C,D], n_layer_cross_k, n_layer_cross_v, offset[1]
      -> logits[N,n,V], out_n_layer_self_k_cache[L,N,C,D], out_n_layer_self_v_cache[L,N,C,D]

The encoder's metadata names sizes and special tokens. Line n of tokens.txt is base64 of piece n, a blank, and n.
https://github.com/k2-fsa/sherpa-onnx/blob/master/scripts/whisper/export-onnx.py
"""
import argparse
import base64
import os

import onnx
import torch
from torch import nn

from model import AUDIO_CONTEXT, BANDS, LAYERS, WIDTH, Whisper, causal_mask
from tokenizer import Tokenizer

CONTEXT = 128
OPSET = 14
CACHES = ["n_layer_self_k_cache", "n_layer_self_v_cache"]
CROSS = ["n_layer_cross_k", "n_layer_cross_v"]


class ExportedEncoder(nn.Module):
    """Features -> keys and values of every decoder layer's cross-attention."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, mel):
        states = self.model.encoder(mel)
        layers = [block.cross_attn for block in self.model.decoder.blocks]
        return torch.stack([layer.key(states) for layer in layers]), torch.stack([layer.value(states) for layer in layers])


class ExportedDecoder(nn.Module):
    """Tokens from a position on, with the keys and values of the tokens before it -> logits, and the caches with these tokens."""

    def __init__(self, model):
        super().__init__()
        self.decoder = model.decoder

    def forward(self, tokens, self_keys, self_values, cross_keys, cross_values, offset):
        count, start = tokens.shape[1], offset[0]
        x = self.decoder.token_embedding(tokens) + self.decoder.positional_embedding[start:start + count]
        mask = torch.cat([torch.zeros(count, start), causal_mask(count)], 1)
        keys, values = [], []
        for i, block in enumerate(self.decoder.blocks):
            normal = block.attn_ln(x)
            key = torch.cat([self_keys[i, :, :start], block.attn.key(normal)], 1)
            value = torch.cat([self_values[i, :, :start], block.attn.value(normal)], 1)
            x = x + block.attn.attend(block.attn.query(normal), key, value, mask)
            x = x + block.cross_attn.attend(block.cross_attn.query(block.cross_attn_ln(x)), cross_keys[i], cross_values[i])
            x = x + block.mlp(block.mlp_ln(x))
            keys.append(torch.cat([key, self_keys[i, :, start + count:]], 1))
            values.append(torch.cat([value, self_values[i, :, start + count:]], 1))
        logits = self.decoder.ln(x) @ self.decoder.token_embedding.weight.t()
        return logits, torch.stack(keys), torch.stack(values)


def export_encoder(model, path):
    torch.onnx.export(
        ExportedEncoder(model), torch.zeros(1, BANDS, 512), path, opset_version=OPSET,
        input_names=["mel"], output_names=CROSS,
        dynamic_axes={"mel": {0: "N", 2: "T"}, **{name: {1: "N", 2: "U"} for name in CROSS}})


def export_decoder(model, width, path):
    cache, cross = torch.zeros(LAYERS, 1, CONTEXT, width), torch.zeros(LAYERS, 1, 256, width)
    torch.onnx.export(
        ExportedDecoder(model), (torch.zeros(1, 3, dtype=torch.long), cache, cache, cross, cross, torch.tensor([2])), path,
        opset_version=OPSET,
        input_names=["tokens", *["in_" + name for name in CACHES], *CROSS, "offset"],
        output_names=["logits", *["out_" + name for name in CACHES]],
        dynamic_axes={
            "tokens": {0: "N", 1: "n"}, "logits": {0: "N", 1: "n"},
            **{"in_" + name: {1: "N"} for name in CACHES}, **{name: {1: "N", 2: "U"} for name in CROSS}})


def add_metadata(path, values):
    model = onnx.load(path)
    for key, value in values.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(value)
    onnx.save(model, path)


def metadata(tokenizer, width):
    heads, pieces = width // 64, len(tokenizer.pieces)
    return {
        "model_type": "whisper-mini.en", "n_mels": BANDS, "n_audio_ctx": AUDIO_CONTEXT, "n_audio_state": width,
        "n_audio_head": heads, "n_audio_layer": LAYERS, "n_text_ctx": CONTEXT, "n_text_state": width, "n_text_head": heads,
        "n_text_layer": LAYERS, "n_vocab": pieces + 3,
        "sot_sequence": f"{tokenizer.start},{tokenizer.no_timestamps}", "sot": tokenizer.start, "eot": tokenizer.end,
        "no_timestamps": tokenizer.no_timestamps, "is_multilingual": 0,
    }


def main(options):
    os.makedirs(options.out, exist_ok=True)
    tokenizer = Tokenizer.load(options.tokens)
    model = Whisper(len(tokenizer.pieces), options.width)
    model.load_state_dict(torch.load(options.checkpoint)["m"])
    model.eval()
    model.decoder.positional_embedding = nn.Parameter(model.decoder.positional_embedding[:CONTEXT].clone())
    encoder = os.path.join(options.out, "encoder.onnx")
    export_encoder(model, encoder)
    add_metadata(encoder, metadata(tokenizer, options.width))
    export_decoder(model, options.width, os.path.join(options.out, "decoder.onnx"))
    with open(os.path.join(options.out, "tokens.txt"), "w", encoding="ascii") as file:
        file.writelines(f"{base64.b64encode(piece.encode()).decode()} {i}\n" for i, piece in enumerate(tokenizer.pieces))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint")
    parser.add_argument("out")
    parser.add_argument("--tokens", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "tok.json"))
    parser.add_argument("--width", type=int, default=WIDTH)
    main(parser.parse_args())
