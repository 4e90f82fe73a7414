"""Speech of Debian's synthesisers. Sound is mono 16 kHz int16 with its peak at 16,000, trimmed to 50 ms around the speech."""
import math
import os
import random
import subprocess
import tempfile

import numpy as np
from scipy.signal import resample_poly

import texts

RATE = 16_000
PEAK = 16_000
QUIET = 250
MARGIN = 800
# Utterances outside of these lengths are given up: 0.19 s to 10 s.
SHORTEST, LONGEST = 3_000, 160_000

ESPEAK_SHARE = .58
ESPEAK_VOICES = [
    "en-us", "en-us", "en-us", "en-gb", "en-us-nyc", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-029"]
ESPEAK_VARIANTS = (
    "m1 m2 m3 m4 m5 m6 m7 m8 f1 f2 f3 f4 f5 Alex Andy Annie Lee Mario Michael adam anika antonio belinda david ed edward "
    "linda john max paul pedro quincy rob robert sandro shelby steph travis victor zac").split()
FLITE_VOICES = ["slt", "slt", "rms", "rms", "awb", "kal16"]
FESTIVAL_VOICES = ["voice_cmu_us_slt_arctic_hts", "voice_kal_diphone", "voice_ked_diphone"]


def read_wav(data):
    """Bytes of a 16-bit mono WAV -> (Hz, int16 [samples]). The header's lengths are not believed: a pipe leaves them open."""
    start = data.find(b"data") + 8
    if start < 8:
        raise ValueError("the synthesiser gave no WAV")
    return int.from_bytes(data[24:28], "little"), np.frombuffer(data[start:][:(len(data) - start) // 2 * 2], dtype=np.int16)


def normalise(rate, sound):
    """int16 at any rate -> int16 [samples] at 16 kHz with its peak at PEAK."""
    sound = sound.astype(np.float32)
    if rate != RATE:
        divisor = math.gcd(rate, RATE)
        sound = resample_poly(sound, RATE // divisor, rate // divisor).astype(np.float32)
    return (sound / (np.abs(sound).max() + 1e-6) * PEAK).astype(np.int16)


def trim(sound):
    """Without the silence before and after; nothing when there is nothing loud."""
    loud = np.where(np.abs(sound.astype(np.int32)) > QUIET)[0]
    return sound[max(0, loud[0] - MARGIN):loud[-1] + MARGIN] if len(loud) else sound[:0]


def usable(wav):
    """Bytes of a WAV -> trimmed sound, or None when it is too short or too long."""
    sound = trim(normalise(*read_wav(wav)))
    return sound if SHORTEST < len(sound) < LONGEST else None


def espeak(spoken, rng):
    """(voice tag, WAV) of a sentence in a random voice, pace (words per minute) and pitch."""
    voice = rng.choice(ESPEAK_VOICES) + "+" + rng.choice(ESPEAK_VARIANTS)
    command = ["espeak-ng", "-v", voice, "-s", str(rng.randint(130, 205)), "-p", str(rng.randint(25, 75)), "--stdout", spoken]
    return "e:" + voice, subprocess.run(command, capture_output=True, timeout=20).stdout


def flite(spoken, rng):
    """(voice tag, WAV) of a sentence in a random voice and pace; the monotone voice also in a random pitch (Hz)."""
    voice = rng.choice(FLITE_VOICES)
    command = ["flite", "-voice", voice, "--setf", "duration_stretch=%.2f" % rng.uniform(.85, 1.2)]
    if voice == "kal16":
        command += ["--setf", "int_f0_target_mean=%d" % rng.randint(85, 150)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "speech.wav")
        subprocess.run(command + ["-t", spoken, "-o", path], capture_output=True, timeout=20)
        with open(path, "rb") as file:
            return "f:" + voice, file.read()


def utterance(seed):
    """One utterance from its seed: (written, voice tag, sound), or None when the synthesiser failed or the length is wrong."""
    rng = random.Random(seed)
    spoken, written = texts.sample(rng)
    try:
        tag, wav = (espeak if rng.random() < ESPEAK_SHARE else flite)(spoken, rng)
        sound = usable(wav)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return None if sound is None else (written, tag, sound)


def festival(seed, count):
    """Up to count utterances of one run of festival, which starts slowly: a list of (written, voice tag, sound)."""
    rng = random.Random(seed)
    sentences = [texts.sample(rng) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i}.wav") for i in range(count)]
        voices, script = [], os.path.join(folder, "script.scm")
        with open(script, "w", encoding="ascii") as file:
            for (spoken, _), path in zip(sentences, paths):
                voices.append(rng.choice(FESTIVAL_VOICES))
                file.write("(%s)(Parameter.set 'Duration_Stretch %.2f)" % (voices[-1], rng.uniform(.85, 1.15)))
                file.write('(let ((u (utt.synth (Utterance Text "%s")))) (utt.save.wave u "%s"))\n' % (spoken, path))
        subprocess.run(["festival", "-b", script], capture_output=True, timeout=3000)
        return [item for item in map(festival_item, sentences, voices, paths) if item]


def festival_item(sentence, voice, path):
    try:
        with open(path, "rb") as file:
            sound = usable(file.read())
    except (OSError, ValueError):
        return None
    return None if sound is None else (sentence[1], "t:" + voice, sound)
