"""Batches from a corpus that gen.py wrote."""
import json
from typing import NamedTuple

import numpy as np
import torch

from distortion import distorted

LONGEST = 16_000 * 15
# The recogniser pads to 5.12 s. Training does so in a quarter of the batches and pads to 0.64 s in the others, for speed.
STEP, SHORT_STEP = 81_920, 10_240
IGNORED = -100
NOISE_SHARE = .02
SORTED_BATCHES = 32


class Batch(NamedTuple):
    """Sounds float32 [B, samples]; decoder input and target int64 [B, n]; the pieces of each text, for CTC."""
    sounds: torch.Tensor
    inputs: torch.Tensor
    targets: torch.Tensor
    pieces: list


class Corpus:
    """OUT.pcm and OUT.json, read as needed."""

    def __init__(self, path):
        with open(path + ".json", encoding="utf-8") as file:
            self.index = json.load(file)
        self.pcm = np.memmap(path + ".pcm", dtype=np.int16, mode="r")

    def __len__(self):
        return len(self.index)

    def get(self, i):
        """(sound float32 [samples], written text)."""
        written, _, start, length = self.index[i]
        return np.array(self.pcm[start:start + length], dtype=np.float32) / 32768, written


def batches(corpus, tokenizer, size, rng, noise):
    """Batches without end, distorted anew each time; utterances of one batch are about equally long."""
    order = list(range(len(corpus)))
    chunk = size * SORTED_BATCHES
    while True:
        rng.shuffle(order)
        for start in range(0, len(order) - chunk, chunk):
            by_length = sorted(order[start:start + chunk], key=lambda i: corpus.index[i][3])
            groups = [by_length[k:k + size] for k in range(0, chunk, size)]
            rng.shuffle(groups)
            for group in groups:
                yield batch(corpus, tokenizer, group, rng, noise)


def batch(corpus, tokenizer, group, rng, noise, distort=True):
    """The utterances with the given numbers. Now and then one is replaced by noise that must be written as nothing."""
    sounds, texts = [], []
    for i in group:
        sound, written = corpus.get(i)
        pieces = tokenizer.encode(written)
        if distort:
            if rng.random() < NOISE_SHARE:
                sound, pieces = noise.randn(len(sound)).astype(np.float32) * .02 * rng.random(), []
            sound = distorted(sound, corpus, rng, noise)
        sounds.append(sound[:LONGEST])
        texts.append(pieces)
    step = STEP if not distort or rng.random() < .25 else SHORT_STEP
    return Batch(padded(sounds, step), *teacher(texts, tokenizer), texts)


def padded(sounds, step):
    """float32 [B, samples]: zeros up to the next multiple of step."""
    longest = max(len(sound) for sound in sounds)
    out = torch.zeros(len(sounds), (longest + step - 1) // step * step)
    for i, sound in enumerate(sounds):
        out[i, :len(sound)] = torch.from_numpy(sound)
    return out


def teacher(texts, tokenizer):
    """Decoder inputs (start, no timestamps, text) and targets (text, end), each int64 [B, n]; the first target is ignored."""
    length = max(len(pieces) for pieces in texts) + 2
    inputs = torch.full((len(texts), length), tokenizer.end)
    targets = torch.full((len(texts), length), IGNORED)
    for i, pieces in enumerate(texts):
        row = [tokenizer.start, tokenizer.no_timestamps, *pieces, tokenizer.end]
        inputs[i, :len(row) - 1] = torch.tensor(row[:-1])
        targets[i, 1:len(row) - 1] = torch.tensor(row[2:])
    return inputs, targets
