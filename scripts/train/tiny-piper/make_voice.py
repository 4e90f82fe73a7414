#!/usr/bin/env python3
"""Writes a small voice with exactly the inputs and outputs of a Piper voice, for tests of the engine.

    make_voice.py OUT.onnx [--speakers N] [--no-durations] [--shape 1|2|3|4]

Each phoneme id sounds as a sine of its own pitch for a number of frames of its own; pad is silence. Nothing is learnt
and nothing is random. Writes OUT.onnx and OUT.onnx.json. Python 3 without any package.
Format: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
"""
import argparse
import json
import struct

RATE, HOP = 22050, 256
FLOAT, INT64 = 1, 7
PHONEMES = "_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyz\u00e6\u00f0\u014b\u0250\u0251\u0254\u0259\u025a\u025b\u025c\u0261\u026a\u0279\u027e\u0283\u028a\u028c\u0292\u0294\u02c8\u02cc\u02d0\u03b8\u1d7b\u0303\u0329"


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def number(field, value):
    return varint(field << 3) + varint(value)


def block(field, data):
    data = data.encode("utf-8") if isinstance(data, str) else data
    return varint(field << 3 | 2) + varint(len(data)) + data


def tensor(name, kind, dims, values):
    raw = struct.pack("<%d%s" % (len(values), "f" if kind == FLOAT else "q"), *values)
    return b"".join(number(1, d) for d in dims) + number(2, kind) + block(8, name) + block(9, raw)


def port(name, kind, dims):
    shape = b"".join(block(1, block(2, d) if isinstance(d, str) else number(1, d)) for d in dims)
    return block(1, name) + block(2, block(1, number(1, kind) + block(2, shape)))


class Graph:
    """Collects nodes; every method returns the name of its result."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, kind, dims, values):
        self.count += 1
        name = "c%d" % self.count
        self.constants.append(tensor(name, kind, dims, values))
        return name

    def scalar(self, value, kind=FLOAT):
        return self.constant(kind, [], [value])

    def op(self, kind, *inputs, to=None, out=None):
        self.count += 1
        name = out or "t%d" % self.count
        node = b"".join(block(1, i) for i in inputs) + block(2, name) + block(4, kind)
        if to is not None:
            node += block(5, block(1, "to") + number(3, to) + number(20, 2))
        self.nodes.append(node)
        return name


def build(speakers, durations, rank):
    g = Graph()
    one, zero = g.scalar(1.0), g.scalar(0.0)
    flat = g.constant(INT64, [1], [-1])
    ids = g.op("Cast", g.op("Reshape", "input", flat), to=FLOAT)
    length = g.op("Gather", "scales", g.scalar(1, INT64))
    # 2 to 4 frames per id, longer at a slower speed; every input is used, though only its presence matters here.
    unused = g.op("Mul", g.op("Cast", g.op("Gather", "input_lengths", g.scalar(0, INT64)), to=FLOAT), zero)
    thirds = g.op("Sub", ids, g.op("Mul", g.op("Floor", g.op("Div", ids, g.scalar(3.0))), g.scalar(3.0)))
    frames = g.op("Ceil", g.op("Mul", g.op("Add", g.op("Add", thirds, g.scalar(2.0)), unused), length))
    ends = g.op("CumSum", frames, g.scalar(0, INT64))
    total = g.op("ReduceMax", ends)
    clock = g.op("Range", zero, g.op("Squeeze", total), one)
    # Which id sounds in a frame: as many as have ended by then.
    column = g.op("Unsqueeze", clock, g.constant(INT64, [1], [1]))
    ended = g.op("Cast", g.op("LessOrEqual", g.op("Unsqueeze", ends, g.constant(INT64, [1], [0])), column), to=INT64)
    index = g.op("ReduceSum", ended, g.constant(INT64, [1], [1]))
    sounding = g.op("Gather", ids, g.op("Squeeze", index, g.constant(INT64, [1], [1])))
    pitch = g.op("Add", g.op("Mul", sounding, g.scalar(11.0)), g.scalar(150.0))
    if speakers > 1:
        pitch = g.op("Add", pitch, g.op("Mul", g.op("Cast", "sid", to=FLOAT), g.scalar(400.0)))
    level = g.op("Mul", g.op("Min", sounding, one), g.scalar(0.3))
    spread = g.constant(FLOAT, [1, HOP], [1.0] * HOP)
    pitches = g.op("Reshape", g.op("Mul", g.op("Unsqueeze", pitch, g.constant(INT64, [1], [1])), spread), flat)
    levels = g.op("Reshape", g.op("Mul", g.op("Unsqueeze", level, g.constant(INT64, [1], [1])), spread), flat)
    samples = g.op("Range", zero, g.op("Mul", g.op("Squeeze", total), g.scalar(float(HOP))), one)
    wave = g.op("Sin", g.op("Mul", g.op("Mul", pitches, samples), g.scalar(6.283185307 / RATE)))
    shape = [1] * (rank - 1) + [-1]
    g.op("Reshape", g.op("Mul", wave, levels), g.constant(INT64, [rank], shape), out="output")
    outputs = [port("output", FLOAT, [1] * (rank - 1) + ["time"])]
    if durations:
        g.op("Reshape", frames, g.constant(INT64, [3], [1, 1, -1]), out="durations")
        outputs.append(port("durations", FLOAT, [1, 1, "phonemes"]))
    inputs = [port("input", INT64, [1, "phonemes"]), port("input_lengths", INT64, [1]), port("scales", FLOAT, [3])]
    if speakers > 1:
        inputs.append(port("sid", INT64, [1]))
    graph = b"".join(block(1, n) for n in g.nodes) + block(2, "tiny-piper")
    graph += b"".join(block(5, c) for c in g.constants)
    graph += b"".join(block(11, i) for i in inputs) + b"".join(block(12, o) for o in outputs)
    return number(1, 8) + block(2, "tiny-piper") + block(7, graph) + block(8, block(1, "") + number(2, 17))


def config(speakers):
    return {
        "audio": {"sample_rate": RATE, "quality": "test"},
        "espeak": {"voice": "en-us"},
        "phoneme_type": "espeak",
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_id_map": {phoneme: [i] for i, phoneme in enumerate(PHONEMES)},
        "num_symbols": len(PHONEMES),
        "num_speakers": speakers,
        "speaker_id_map": {"speaker%d" % i: i for i in range(speakers)} if speakers > 1 else {},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--speakers", type=int, default=1)
    parser.add_argument("--no-durations", action="store_true")
    parser.add_argument("--shape", type=int, default=4)
    options = parser.parse_args()
    with open(options.out, "wb") as file:
        file.write(build(options.speakers, not options.no_durations, options.shape))
    with open(options.out + ".json", "w", encoding="utf-8") as file:
        json.dump(config(options.speakers), file, ensure_ascii=False, indent=1)
