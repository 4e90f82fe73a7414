#!/usr/bin/env python3
"""Sentences of clinic callers and of the agent, as pairs (spoken, written). The same seed gives the same sentences.

    texts.py [--seed N] [--count N]      prints pairs, a tab between
"""
import argparse
import random
import re

from slots import SLOTS
from templates import AGENT, CALLER
from words import DAYS, FIRST_NAMES, LAST_NAMES, MONTHS

CALLER_SHARE = .88
SECOND_SENTENCE_SHARE, FILLER_SHARE = .12, .08
# Sentences with slots come three times as often: their values are what must be learnt.
WEIGHTED_CALLER = [template for template in CALLER for _ in range(3 if "{" in template else 1)]
FILLERS = ["Um, ", "Uh, ", "Well, ", "So, ", "Okay, ", "Yeah, ", "Hi, ", "Hello, "]
CAPITALISED = {*FIRST_NAMES, *LAST_NAMES, *DAYS, *MONTHS, "I", "I'd", "I'm", "I'll", "I've", "Dr."}


def fill(template, rng):
    """Puts values into the slots of a template, from left to right: (spoken, written)."""
    spoken = written = template
    for slot in re.findall(r"\{(\w+)\}", template):
        value = SLOTS[slot](rng)
        spoken = spoken.replace("{" + slot + "}", value[0], 1)
        written = written.replace("{" + slot + "}", value[1], 1)
    return spoken[0].upper() + spoken[1:], written[0].upper() + written[1:]


def after_filler(written):
    """The sentence as it is written after "Um, ": small unless it begins with a name or "I"."""
    keeps = written.split()[0].strip(",.'") in CAPITALISED or written.startswith("I'")
    return written if keeps else written[0].lower() + written[1:]


def sample(rng):
    """One utterance (spoken, written), at times two sentences or one with a filler before it."""
    template = rng.choice(WEIGHTED_CALLER) if rng.random() < CALLER_SHARE else rng.choice(AGENT)
    kind = rng.random()
    spoken, written = fill(template, rng)
    if kind < SECOND_SENTENCE_SHARE and len(written) < 45:
        more = fill(rng.choice(CALLER), rng)
        return spoken + " " + more[0], written + " " + more[1]
    if kind < SECOND_SENTENCE_SHARE + FILLER_SHARE and len(written) < 60:
        filler = rng.choice(FILLERS)
        return filler + spoken, filler + after_filler(written)
    return spoken, written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=25)
    options = parser.parse_args()
    numbers = random.Random(options.seed)
    for _ in range(options.count):
        print("\t".join(sample(numbers)))
