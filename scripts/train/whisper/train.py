#!/usr/bin/env python3
"""Trains the small Whisper on corpora that gen.py wrote, with attention and CTC together, on the processor.

    train.py FOLDER --hours H [--resume] [--peak RATE] [--batch N] [--width D] [--clean] [--tokens FILE]

FOLDER holds train.pcm/.json and dev.pcm/.json; ck.pt is written there. The learning rate follows the clock, so that a run ends
in time on any machine; two runs therefore never give the same weights.
"""
import argparse
import json
import math
import multiprocessing
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import IGNORED, Batch, Corpus, batches
from features import log_mel
from model import WIDTH, Whisper
from scoring import evaluate
from tokenizer import Tokenizer, learn

THREADS = 2
PIECES = 900
WARM_UP = 1000
REPORT_EVERY, SAVE_EVERY, SCORE_EVERY = 100, 1000, 3000
QUEUED_BATCHES = 24


def produce(queue, path, tokens, size, seed):
    """Makes batches in a process of its own; sounds travel as 16-bit floats."""
    torch.set_num_threads(1)
    rng, noise = random.Random(seed), np.random.RandomState(seed % 2 ** 31)
    for item in batches(Corpus(path), Tokenizer.load(tokens), size, rng, noise):
        queue.put((item.sounds.half().numpy(), item.inputs.numpy(), item.targets.numpy(), item.pieces))


def stream(path, tokens, size, seed):
    """Batches without end."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(QUEUED_BATCHES)
    context.Process(target=produce, args=(queue, path, tokens, size, seed), daemon=True).start()
    while True:
        sounds, inputs, targets, pieces = queue.get()
        yield Batch(torch.from_numpy(sounds).float(), torch.from_numpy(inputs), torch.from_numpy(targets), pieces)


def masked(mel, rng):
    """Up to 8 bands set to 0 in half of the batches (SpecAugment); in place."""
    if rng.random() < .5:
        band = rng.randrange(70)
        mel[:, band:band + rng.randint(1, 8)] = 0
    return mel


def losses(model, mel, item, blank):
    """(cross entropy of the decoder, CTC of the encoder), each a scalar."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model.encoder(mel)
        logits = model.decoder(item.inputs, states)
        frames = model.ctc(states)
    logits = logits.float()
    entropy = F.cross_entropy(
        logits.reshape(-1, logits.shape[-1]), item.targets.reshape(-1), ignore_index=IGNORED, label_smoothing=.05)
    ctc = F.ctc_loss(
        frames.float().log_softmax(-1).transpose(0, 1),
        torch.tensor([piece for pieces in item.pieces for piece in pieces], dtype=torch.long),
        torch.full((len(item.pieces),), states.shape[1], dtype=torch.long),
        torch.tensor([len(pieces) for pieces in item.pieces]),
        blank=blank, zero_infinity=True)
    return entropy, ctc


def learning_rate(peak, step, done):
    """Rises over the first steps, falls as a cosine to 3% of the peak; done is the share of the time, 0 to 1."""
    return peak * min(1, (step + 1) / WARM_UP) * (.5 * (1 + math.cos(math.pi * done)) * .97 + .03)


class Run:
    """Network, optimiser and how many steps they have taken."""

    def __init__(self, model, peak, path):
        self.model, self.peak, self.path, self.step = model, peak, path, 0
        self.optimiser = torch.optim.AdamW(model.parameters(), lr=peak, betas=(.9, .98), weight_decay=.01)

    def save(self):
        torch.save({"m": self.model.state_dict(), "o": self.optimiser.state_dict(), "s": self.step}, self.path)

    def load(self):
        saved = torch.load(self.path)
        self.model.load_state_dict(saved["m"])
        self.optimiser.load_state_dict(saved["o"])
        self.step = saved["s"]

    def learn(self, mel, item, blank, done):
        """One step. Gives (cross entropy, CTC), or None when the gradient is not finite and the step is left out."""
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(self.peak, self.step, done)
        entropy, ctc = losses(self.model, mel, item, blank)
        loss = entropy + (.5 if done < .5 else .25) * ctc
        self.optimiser.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        if not torch.isfinite(norm) or not torch.isfinite(loss):
            return None
        self.optimiser.step()
        self.step += 1
        return entropy.item(), ctc.item()


def load_tokenizer(path, corpus):
    """The tokenizer of the file; learnt from the corpus and written there when there is none."""
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8") as file:
            json.dump(learn([written for written, *_ in corpus.index], PIECES), file)
    return Tokenizer.load(path)


def main(options):
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    path = os.path.join(options.folder, "train")
    dev = Corpus(os.path.join(options.folder, "dev"))
    tokenizer = load_tokenizer(options.tokens, Corpus(path))
    run = Run(Whisper(len(tokenizer.pieces), options.width), options.peak, os.path.join(options.folder, "ck.pt"))
    if options.resume:
        run.load()
    print(f"{sum(p.numel() for p in run.model.parameters()) / 1e6:.1f} million parameters, step {run.step}", flush=True)

    rng, recent, began = random.Random(run.step + 1), [], time.time()
    for item in stream(path, options.tokens, options.batch, run.step + 7):
        done = (time.time() - began) / (options.hours * 3600)
        if done >= 1:
            break
        taken = run.learn(masked(log_mel(item.sounds), rng), item, tokenizer.end, done)
        if taken is None:
            print("left out: the gradient after step", run.step, "is not finite", flush=True)
            continue
        recent = [*recent, taken][-REPORT_EVERY:]
        if run.step % REPORT_EVERY == 0:
            entropy, ctc = np.mean(recent, 0)
            print(f"{run.step} {time.time() - began:.0f} s, cross entropy {entropy:.3f}, CTC {ctc:.3f}", flush=True)
        if run.step % SAVE_EVERY == 0:
            run.save()
        if run.step % SCORE_EVERY == 0:
            print("word error rate", evaluate(run.model, dev, tokenizer, 6, not options.clean), flush=True)
    run.save()
    print("word error rate at the end", evaluate(run.model, dev, tokenizer, 10, not options.clean))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--hours", type=float, required=True)
    parser.add_argument("--resume", action="store_true", help="go on from ck.pt")
    parser.add_argument("--peak", type=float, default=9e-4, help="highest learning rate")
    parser.add_argument("--batch", type=int, default=24, help="utterances per step")
    parser.add_argument("--width", type=int, default=WIDTH, help="a multiple of 64")
    parser.add_argument("--clean", action="store_true", help="score without distortions")
    parser.add_argument("--tokens", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "tok.json"))
    main(parser.parse_args())
