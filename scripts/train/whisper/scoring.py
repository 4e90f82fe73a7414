"""Word error rate of a network on a corpus, decoded greedily."""
import random
import re

import numpy as np
import torch

from data import batch
from features import log_mel

BATCH, MOST_UTTERANCES, MOST_PIECES = 32, 320, 60


@torch.no_grad()
def transcribe(model, mel, tokenizer):
    """Features [B, bands, T] -> the pieces of each utterance."""
    states = model.encoder(mel)
    tokens = torch.tensor([[tokenizer.start, tokenizer.no_timestamps]] * mel.shape[0])
    done = torch.zeros(mel.shape[0], dtype=torch.bool)
    for _ in range(MOST_PIECES):
        logits = model.decoder(tokens, states)[:, -1]
        logits[:, tokenizer.start:] = -1e9
        chosen = logits.argmax(-1)
        chosen[done] = tokenizer.end
        tokens = torch.cat([tokens, chosen[:, None]], 1)
        done |= chosen == tokenizer.end
        if done.all():
            break
    return [[int(token) for token in row[2:] if token < tokenizer.end] for row in tokens]


def word_errors(reference, heard):
    """(edits, words of the reference), without case and punctuation."""
    said, got = (re.sub(r"[^a-z0-9' ]", " ", text.lower()).split() for text in (reference, heard))
    row = np.arange(len(got) + 1)
    for i in range(1, len(said) + 1):
        before = row.copy()
        row[0] = i
        for j in range(1, len(got) + 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (said[i - 1] != got[j - 1]))
    return row[len(got)], len(said)


def evaluate(model, corpus, tokenizer, show=0, distort=True):
    """(word error rate, the same by synthesiser) on the first utterances, with the same distortions each time; prints a few."""
    model.eval()
    rng, noise = random.Random(5), np.random.RandomState(5)
    errors, shown = {}, 0
    for start in range(0, min(MOST_UTTERANCES, len(corpus) - BATCH), BATCH):
        group = range(start, start + BATCH)
        sounds = batch(corpus, tokenizer, group, rng, noise, distort).sounds
        for i, pieces in zip(group, transcribe(model, log_mel(sounds), tokenizer)):
            written, tag = corpus.index[i][:2]
            heard = tokenizer.decode(pieces)
            wrong, words = word_errors(written, heard)
            sums = errors.setdefault(tag[0], [0, 0])
            sums[0] += wrong
            sums[1] += words
            if shown < show:
                print("   ", written, "|", heard)
                shown += 1
    model.train()
    wrong, words = (sum(sums[k] for sums in errors.values()) for k in (0, 1))
    return wrong / max(words, 1), {voice: round(wrong / words, 3) for voice, (wrong, words) in errors.items()}
