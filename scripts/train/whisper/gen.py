#!/usr/bin/env python3
"""Speaks seeded sentences into a corpus: OUT.pcm (all sounds, mono 16 kHz int16, one after the other) and OUT.json.

    gen.py OUT --first-seed N --count N [--festival RUNS] [--processes N]

OUT.json is a list of [written text, voice tag, first sample, samples]. Utterance i has the seed N + i; each run of festival
speaks 100 more. An utterance that fails or is too long is left out; how many were is printed.
"""
import argparse
import json
from functools import partial
from multiprocessing import Pool

import synthesis

FESTIVAL_BATCH = 100
FESTIVAL_SEEDS = 10 ** 7


class Corpus:
    """The files of a corpus while it is written."""

    def __init__(self, pcm):
        self.pcm, self.index, self.samples = pcm, [], 0

    def add(self, written, tag, sound):
        self.pcm.write(sound.tobytes())
        self.index.append([written, tag, self.samples, len(sound)])
        self.samples += len(sound)
        if len(self.index) % 5000 == 0:
            print(len(self.index), "utterances", flush=True)


def main(options):
    seeds = range(options.first_seed, options.first_seed + options.count)
    festival_seeds = [options.first_seed + FESTIVAL_SEEDS + i for i in range(options.festival)]
    with Pool(options.processes) as pool, open(options.out + ".pcm", "wb") as pcm:
        corpus = Corpus(pcm)
        for item in pool.imap(synthesis.utterance, seeds, chunksize=64):
            if item:
                corpus.add(*item)
        for batch in pool.imap(partial(synthesis.festival, count=FESTIVAL_BATCH), festival_seeds):
            for item in batch:
                corpus.add(*item)
    with open(options.out + ".json", "w", encoding="utf-8") as file:
        json.dump(corpus.index, file)
    wanted = options.count + options.festival * FESTIVAL_BATCH
    print(f"{len(corpus.index)} utterances, {corpus.samples / synthesis.RATE / 3600:.2f} h; {wanted - len(corpus.index)} left out")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", help="path without extension")
    parser.add_argument("--first-seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True, help="utterances by espeak-ng and flite")
    parser.add_argument("--festival", type=int, default=0, help="runs of festival")
    parser.add_argument("--processes", type=int, default=2)
    main(parser.parse_args())
