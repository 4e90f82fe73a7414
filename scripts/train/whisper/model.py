"""Whisper's network in small, with its parameters' names. B utterances, T feature frames, U = T / 2 states, n tokens, D width.

https://github.com/openai/whisper/blob/main/whisper/model.py
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, HEAD_WIDTH, LAYERS = 192, 64, 4
BANDS, AUDIO_CONTEXT, TEXT_CONTEXT = 80, 1500, 448


class Attention(nn.Module):
    """[B, n, D] looks at [B, m, D], or at itself."""

    def __init__(self, width):
        super().__init__()
        self.heads = width // HEAD_WIDTH
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def forward(self, x, context=None, mask=None):
        context = x if context is None else context
        return self.attend(self.query(x), self.key(context), self.value(context), mask)

    def attend(self, query, key, value, mask=None):
        """Projected query [B, n, D], key and value [B, m, D] -> [B, n, D]."""
        weights = (self.split(query) @ self.split(key).transpose(2, 3)) * HEAD_WIDTH ** -.5
        if mask is not None:
            weights = weights + mask
        return self.out((weights.softmax(-1) @ self.split(value)).transpose(1, 2).reshape(query.shape))

    def split(self, x):
        """[B, n, D] -> [B, heads, n, HEAD_WIDTH]."""
        return x.view(x.shape[0], x.shape[1], self.heads, HEAD_WIDTH).transpose(1, 2)


class Block(nn.Module):
    """Self-attention, in the decoder cross-attention, then a perceptron; each added to what came in."""

    def __init__(self, width, cross=False):
        super().__init__()
        self.attn, self.attn_ln = Attention(width), nn.LayerNorm(width)
        self.cross_attn = Attention(width) if cross else None
        self.cross_attn_ln = nn.LayerNorm(width) if cross else None
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))
        self.mlp_ln = nn.LayerNorm(width)

    def forward(self, x, context=None, mask=None):
        x = x + self.attn(self.attn_ln(x), mask=mask)
        if self.cross_attn is not None:
            x = x + self.cross_attn(self.cross_attn_ln(x), context)
        return x + self.mlp(self.mlp_ln(x))


def sinusoids(length, width):
    """[length, width] of positions."""
    frequencies = torch.exp(-math.log(10000) / (width // 2 - 1) * torch.arange(width // 2))
    angles = torch.arange(length)[:, None] * frequencies[None]
    return torch.cat([angles.sin(), angles.cos()], 1)


def convolve(layer, x, stride):
    """A convolution of width 3, [B, T, C] -> [B, T / stride, D], as one matrix product: conv1d's backward is wrong in Debian's
    torch 1.13."""
    length = x.shape[1]
    x = F.pad(x, (0, 0, 1, 1))
    taps = torch.cat([x[:, k:k + length:stride] for k in range(3)], -1)
    return F.linear(taps, layer.weight.permute(0, 2, 1).reshape(layer.weight.shape[0], -1), layer.bias)


class Encoder(nn.Module):
    """Features [B, BANDS, T] -> states [B, U, D]."""

    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv1d(BANDS, width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, 2, 1)
        self.register_buffer("positional_embedding", sinusoids(AUDIO_CONTEXT, width))
        self.blocks = nn.ModuleList([Block(width) for _ in range(LAYERS)])
        self.ln_post = nn.LayerNorm(width)

    def forward(self, mel):
        x = F.gelu(convolve(self.conv1, mel.transpose(1, 2), 1))
        x = F.gelu(convolve(self.conv2, x, 2))
        x = x + self.positional_embedding[:x.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.ln_post(x)


class Decoder(nn.Module):
    """Tokens [B, n] and states [B, U, D] -> logits [B, n, tokens]."""

    def __init__(self, tokens, width):
        super().__init__()
        self.token_embedding = nn.Embedding(tokens, width)
        nn.init.normal_(self.token_embedding.weight, std=.05)
        self.positional_embedding = nn.Parameter(torch.randn(TEXT_CONTEXT, width) * .01)
        self.blocks = nn.ModuleList([Block(width, cross=True) for _ in range(LAYERS)])
        self.ln = nn.LayerNorm(width)

    def forward(self, tokens, states):
        x = self.token_embedding(tokens) + self.positional_embedding[:tokens.shape[1]]
        mask = causal_mask(tokens.shape[1])
        for block in self.blocks:
            x = block(x, states, mask)
        return self.ln(x) @ self.token_embedding.weight.t()


def causal_mask(length):
    """[length, length], added to attention weights: no token sees a later one."""
    return torch.full((length, length), -1e4).triu(1)


class Whisper(nn.Module):
    """Encoder and decoder, and a CTC head over pieces and blank that serves the training only."""

    def __init__(self, pieces, width=WIDTH):
        super().__init__()
        self.encoder = Encoder(width)
        self.decoder = Decoder(pieces + 3, width)
        self.ctc = nn.Linear(width, pieces + 1)
