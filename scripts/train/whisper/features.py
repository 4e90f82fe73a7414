"""Whisper's feature front end: 25 ms periodic Hann windows every 10 ms, 80 slaney mel bands, log10, scaled.

https://github.com/openai/whisper/blob/main/whisper/audio.py
"""
import numpy as np
import torch

RATE, WINDOW, HOP, BANDS = 16_000, 400, 160, 80


def to_mel(hertz):
    return np.where(hertz < 1000, hertz * 3 / 200, 15 + np.log(np.maximum(hertz, 1e-9) / 1000) / (np.log(6.4) / 27))


def to_hertz(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((np.log(6.4) / 27) * (mel - 15)))


def filters():
    """float32 [BANDS, WINDOW / 2 + 1]: triangles of equal area, as librosa's slaney filters."""
    bins = np.linspace(0, RATE / 2, WINDOW // 2 + 1)
    edges = to_hertz(np.linspace(to_mel(np.asarray(0.)), to_mel(np.asarray(RATE / 2)), BANDS + 2))
    widths, ramps = np.diff(edges), edges[:, None] - bins[None]
    weights = np.maximum(0, np.minimum(-ramps[:-2] / widths[:-1, None], ramps[2:] / widths[1:, None]))
    return (weights * (2 / (edges[2:BANDS + 2] - edges[:BANDS]))[:, None]).astype(np.float32)


FILTERS = torch.tensor(filters())
HANN = torch.hann_window(WINDOW)


def log_mel(sound):
    """float32 [B, samples], full scale 1 -> [B, BANDS, samples / HOP]."""
    spectrum = torch.stft(sound, WINDOW, HOP, window=HANN, center=True, pad_mode="reflect", return_complex=True)
    power = spectrum[..., :-1].abs().pow(2)
    log = torch.clamp(FILTERS @ power, min=1e-10).log10()
    return (torch.maximum(log, log.amax(dim=(1, 2), keepdim=True) - 8) + 4) / 4
