"""Sound as the recogniser takes it: one channel, 16,000 samples a second, from -1 to 1."""

import io
import wave
from math import gcd
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
CHUNK = 512  # samples: 32 ms, what the voice activity detector looks at
LONGEST = 60.0  # seconds of a recorded question that are read

Samples = NDArray[np.float32]


def read_wav(source: Path | bytes) -> Samples:
    """Return the sound of a WAV file, or of its bytes: any rate, 8 to 32 bits, any channels.

    What comes after a minute is left out. Raises ValueError where it is no such file.
    """
    name = "standard input" if isinstance(source, bytes) else str(source)
    try:
        opened = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        with opened, wave.open(opened) as file:
            rate, width, channels = file.getframerate(), file.getsampwidth(), file.getnchannels()
            frames = file.readframes(int(rate * LONGEST))
    except OSError as fault:
        raise ValueError(f"{name}: {fault.strerror or fault}") from None
    except (wave.Error, EOFError) as fault:
        raise ValueError(f"{name} is not a WAV file of plain samples ({fault})") from None
    if not 4_000 <= rate <= 384_000 or width not in _WHOLE:
        raise ValueError(f"{name}: {rate} samples a second of {width} bytes cannot be read")
    usable = len(frames) - len(frames) % (width * channels)
    return resampled(_floats(frames[:usable], width).reshape(-1, channels).mean(axis=1), rate)


def from_pcm(pcm: bytes) -> Samples:
    """Return 16-bit little-endian samples as floats; half a sample at the end is left out."""
    return _floats(pcm[: len(pcm) & ~1], 2)


def to_pcm(sound: Samples) -> bytes:
    """Return floats as 16-bit little-endian samples, what is too loud clipped."""
    return bytes((np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes())


def resampled(sound: Samples, rate: int, to: int = RATE) -> Samples:
    """Return the sound at another rate, by a windowed sinc that keeps what both rates can hold."""
    if rate == to or not len(sound):
        return sound.astype(np.float32)
    up, down = to // gcd(rate, to), rate // gcd(rate, to)
    cut, half = min(1.0, up / down), int(np.ceil(16 / min(1.0, up / down)))
    length = int(len(sound) * up / down)
    at = np.arange(length) * (down / up)
    padded = np.pad(np.asarray(sound, np.float32), half + 1)
    base = at.astype(np.int64)
    found = np.zeros(length, np.float32)
    for offset in range(-half, half + 1):
        away = base + offset - at
        window = np.cos(np.pi * away / (2 * half + 2)) ** 2
        weights = (cut * np.sinc(cut * away) * window).astype(np.float32)
        found += padded[base + offset + half + 1] * weights
    return found


def earcon(rising: bool = True) -> Samples:
    """Return the short sound that says: I listen (rising), or: I don't any more (falling)."""
    time = np.arange(int(0.07 * RATE)) / RATE
    fade = np.sin(np.pi * time / time[-1])
    notes = (660, 880) if rising else (880, 660)
    return np.concatenate([0.15 * fade * np.sin(2 * np.pi * n * time) for n in notes]).astype(
        np.float32
    )


_WHOLE = {1: 128.0, 2: 32_768.0, 3: 8_388_608.0, 4: 2_147_483_648.0}


def _floats(frames: bytes, width: int) -> Samples:
    if width == 1:  # WAV's 8 bits have no sign
        return ((np.frombuffer(frames, np.uint8).astype(np.float32) - 128) / 128).astype(np.float32)
    if width == 3:
        wide = np.zeros((len(frames) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(frames, np.uint8).reshape(-1, 3)
        return (wide.view("<i4").ravel() / _WHOLE[4]).astype(np.float32)
    return (np.frombuffer(frames, f"<i{width}") / _WHOLE[width]).astype(np.float32)
