"""Byte-pair encoding of written text. A word's pieces begin with the blank before it; digits are never merged."""
import collections
import json

RAREST_PAIR = 30


def learn(texts, size):
    """Pieces and merges from texts: at most size pieces, no merge of a pair seen less than RAREST_PAIR times."""
    counts = collections.Counter(" " + word for text in texts for word in text.split(" "))
    words = {word: (list(word), count) for word, count in counts.items()}
    pieces = sorted({letter for word in words for letter in word})
    merges = []
    while len(pieces) < size:
        pairs = collections.Counter()
        for symbols, count in words.values():
            for left, right in zip(symbols, symbols[1:]):
                if not any(letter.isdigit() for letter in left + right):
                    pairs[left, right] += count
        if not pairs:
            break
        (left, right), count = pairs.most_common(1)[0]
        if count < RAREST_PAIR:
            break
        merges.append((left, right))
        pieces.append(left + right)
        for word, (symbols, count) in words.items():
            if left + right in word:
                words[word] = (merged(symbols, left, right), count)
    return pieces, merges


def merged(symbols, left, right):
    """The symbols with each left, right in a row made one."""
    out, i = [], 0
    while i < len(symbols):
        if symbols[i:i + 2] == [left, right]:
            out.append(left + right)
            i += 2
        else:
            out.append(symbols[i])
            i += 1
    return out


class Tokenizer:
    """Text <-> ids of pieces, 0 to len(pieces) - 1. The next three ids are the end, the start and "no timestamps"."""

    def __init__(self, pieces, merges):
        self.pieces = pieces
        self.ids = {piece: i for i, piece in enumerate(pieces)}
        self.ranks = {tuple(merge): i for i, merge in enumerate(merges)}
        self.cache = {}
        self.end, self.start, self.no_timestamps = len(pieces), len(pieces) + 1, len(pieces) + 2

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Tokenizer(*json.load(file))

    def encode(self, text):
        return [i for word in text.split(" ") for i in self.encode_word(" " + word)] if text else []

    def encode_word(self, word):
        if word not in self.cache:
            symbols = list(word)
            while len(symbols) > 1:
                rank, at = min((self.ranks.get(pair, len(self.ranks)), i) for i, pair in enumerate(zip(symbols, symbols[1:])))
                if rank == len(self.ranks):
                    break
                symbols[at:at + 2] = ["".join(symbols[at:at + 2])]
            self.cache[word] = [self.ids[symbol] for symbol in symbols if symbol in self.ids]
        return self.cache[word]

    def decode(self, ids):
        return "".join(self.pieces[i] for i in ids if i < len(self.pieces)).strip()
