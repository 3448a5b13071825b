"""Noise laid over clips: pink, babble of other clips, and a room. All of it the same every time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from skill.speakers.listen.audio import RATE, Samples

REVERBERATION, DIRECT = 0.5, 3.0  # seconds until 60 dB less; dB of the direct sound above the rest
LEAD, TAIL = 0.5, 0.3  # seconds of noise alone around the speech


def pink(length: int, seed: int) -> Samples:
    """Noise with as much power in each octave."""
    random = np.random.default_rng(seed)
    size = length // 2 + 1
    spectrum = random.standard_normal(size) + 1j * random.standard_normal(size)
    spectrum /= np.sqrt(np.maximum(np.arange(size), 1))
    return np.fft.irfft(spectrum, length).astype(np.float32)


def babble(length: int, seed: int, talkers: Sequence[Samples]) -> Samples:
    """Six of these clips at once, each over and over."""
    random = np.random.default_rng(seed)
    total = np.zeros(length, np.float32)
    for at in random.choice(len(talkers), 6):
        one = talkers[at] / max(float(np.sqrt(np.mean(talkers[at] ** 2))), 1e-6)
        total += np.roll(np.resize(one, length), int(random.integers(length)))
    return total


def mixed(speech: Samples, noise: Samples, decibels: float) -> Samples:
    """Speech with noise under it, so many decibels below, both before and after it as well."""
    level = np.sqrt(np.mean(speech[np.abs(speech) > 0.01 * np.abs(speech).max()] ** 2))
    noise = noise * (level / np.sqrt(np.mean(noise**2)) / 10 ** (decibels / 20))
    both = padded(speech) + noise[: len(padded(speech))]
    return (both / max(1.0, float(np.abs(both).max()))).astype(np.float32)


def room(speech: Samples, seed: int) -> Samples:
    """Speech across a room: the direct sound, and a tail of echoes that dies away."""
    random = np.random.default_rng(seed)
    time = np.arange(int(REVERBERATION * RATE)) / RATE
    tail = random.standard_normal(len(time)) * 10 ** (-3 * time / REVERBERATION)
    tail[: RATE // 400] = 0
    tail *= np.sqrt(10 ** (-DIRECT / 10) / np.sum(tail**2))
    tail[0] = 1
    whole = padded(speech)
    size = 1 << (len(whole) + len(tail)).bit_length()
    spoken = np.fft.irfft(np.fft.rfft(whole, size) * np.fft.rfft(tail, size), size)
    return (spoken[: len(whole)] / max(1.0, np.abs(spoken).max())).astype(np.float32)


def padded(speech: Samples) -> Samples:
    """Speech with a little silence around it."""
    return np.pad(speech, (int(LEAD * RATE), int(TAIL * RATE)))
