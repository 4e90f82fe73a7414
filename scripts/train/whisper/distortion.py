"""What happens to speech on its way: silence around it, pace, level, noise, the telephone, lost packets. Sounds are mono 16 kHz
float32 [samples], full scale 1. rng is a random.Random and decides; noise is a numpy RandomState and makes noise."""
import numpy as np
from scipy.signal import lfilter

RATE = 16_000
PACKET = 320


def companded(sound):
    """As after mu-law companding to 8 bits, close to G.711."""
    level = np.sign(sound) * np.log1p(255 * np.abs(sound)) / np.log(256)
    level = np.round(level * 127) / 127
    return np.sign(level) * ((256 ** np.abs(level)) - 1) / 255


def telephone(sound, noise):
    """Band-limited to 3,650 Hz, below to nothing, 120 or 250 Hz."""
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    gain = 1 / (1 + (frequencies / 3650) ** 24)
    low = noise.choice([0, 120, 250])
    if low:
        gain = gain * (1 - 1 / (1 + (np.maximum(frequencies, 1) / low) ** 6))
    return np.fft.irfft(np.fft.rfft(sound) * gain, len(sound)).astype(np.float32)


def surrounded(sound, rng):
    """With 20 to 300 ms of silence before and 50 to 400 ms after."""
    before = np.zeros(int(RATE * rng.uniform(.02, .3)), np.float32)
    return np.concatenate([before, sound, np.zeros(int(RATE * rng.uniform(.05, .4)), np.float32)])


def paced(sound, rng):
    """Up to 10% slower or faster, pitch and all."""
    rate = rng.uniform(.9, 1.1)
    return np.interp(np.arange(int(len(sound) / rate)) * rate, np.arange(len(sound)), sound).astype(np.float32)


def noisy(sound, corpus, rng, noise):
    """With white or rumbling noise, hum, or another utterance of the corpus, 8 to 40 dB below the speech."""
    ratio = rng.uniform(8, 40)
    level = np.sqrt((sound ** 2).mean()) + 1e-6
    kind = rng.random()
    added = noise.randn(len(sound)).astype(np.float32)
    if kind < .35:
        added = lfilter([1], [1, -.95], added).astype(np.float32)
    elif kind < .5:
        added = np.resize(corpus.get(rng.randrange(len(corpus)))[0], len(sound))
        ratio = rng.uniform(15, 35)
    elif kind < .6:
        added = np.sin(2 * np.pi * rng.choice([50, 60, 120]) * np.arange(len(sound)) / RATE).astype(np.float32)
    return sound + added * (level / (np.sqrt((added ** 2).mean()) + 1e-6)) * 10 ** (-ratio / 20)


def lossy(sound, rng):
    """With one to three packets of 20 ms lost."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(max(1, len(sound) - PACKET))
        sound[at:at + PACKET] = 0
    return sound


def distorted(sound, corpus, rng, noise):
    """All of it, each by chance."""
    sound = surrounded(sound, rng)
    if rng.random() < .5:
        sound = paced(sound, rng)
    sound = sound * 10 ** (rng.uniform(-14, 3) / 20)
    if rng.random() < .7:
        sound = noisy(sound, corpus, rng, noise)
    if rng.random() < .75:
        sound = telephone(sound, noise)
        if rng.random() < .8:
            sound = companded(np.clip(sound, -1, 1)).astype(np.float32)
    if rng.random() < .15:
        sound = lossy(sound, rng)
    return np.clip(sound, -1, 1).astype(np.float32)
