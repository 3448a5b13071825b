"""Speech services of the Wyoming protocol, such as a Home Assistant user already runs.

`tcp://HOST:PORT` names one; each utterance is a connection of its own. The service is somebody
else's: what it sends is bounded, and it has to answer in time.
"""

import os
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

import numpy as np

from skill.speakers.listen.audio import RATE, Samples, from_pcm, resampled, to_pcm
from skill.speakers.listen.recogniser import Heard, Reading

CONNECT, ANSWER = 3.0, 20.0  # seconds that a service has
_MOST_AUDIO = 8_000_000  # bytes of speech for one reply: three minutes at 22,050 Hz
_MOST_WORDS = 1_000  # characters of a transcript
_PIECE = 2_048  # bytes of audio an event

T = TypeVar("T")


class WyomingEar:
    """A speech-to-text service."""

    def __init__(self, uri: str) -> None:
        """Name the service. Raises ValueError without the package wyoming, or for no such URI."""
        self._uri = _checked(uri)

    def hear(self, sound: Samples) -> Heard:
        """Return the one reading that the service gives. Raises ValueError where it fails."""
        text = _run(self._uri, self._transcribed(sound)).strip()
        return Heard((Reading(text, 1.0),), 1.0) if text else Heard((), 0.0)

    async def _transcribed(self, sound: Samples) -> str:
        from wyoming.asr import Transcribe, Transcript
        from wyoming.audio import AudioChunk, AudioStart, AudioStop

        pcm = to_pcm(sound)
        async with _client(self._uri) as service:
            await service.write_event(Transcribe(language="en").event())
            await service.write_event(AudioStart(RATE, 2, 1).event())
            for at in range(0, len(pcm), _PIECE):
                piece = AudioChunk(RATE, 2, 1, pcm[at : at + _PIECE])
                await service.write_event(piece.event())
            await service.write_event(AudioStop().event())
            while event := await service.read_event():
                if Transcript.is_type(event.type):
                    return str(event.data["text"])[:_MOST_WORDS]
        raise ConnectionError("it closed without a transcript")


class WyomingMouth:
    """A text-to-speech service."""

    def __init__(self, uri: str) -> None:
        """Name the service. Raises ValueError without the package wyoming, or for no such URI."""
        self._uri = _checked(uri)

    def __call__(self, words: str) -> Samples:
        """Return the words spoken. Raises ValueError where the service fails."""
        return _run(self._uri, self._spoken(words))

    async def _spoken(self, words: str) -> Samples:
        from wyoming.audio import AudioChunk, AudioStop
        from wyoming.tts import Synthesize

        pcm, rate, channels = b"", RATE, 1
        async with _client(self._uri) as service:
            await service.write_event(Synthesize(words).event())
            while (event := await service.read_event()) and len(pcm) < _MOST_AUDIO:
                if AudioStop.is_type(event.type):
                    break
                if AudioChunk.is_type(event.type):
                    chunk = AudioChunk.from_event(event)
                    if chunk.width != 2:
                        raise ConnectionError(f"its samples have {chunk.width} bytes, not 2")
                    pcm, rate, channels = pcm + chunk.audio, chunk.rate, chunk.channels
        whole = from_pcm(pcm)
        mono = whole[: len(whole) - len(whole) % channels].reshape(-1, channels).mean(axis=1)
        return resampled(np.asarray(mono, np.float32), rate)


def _client(uri: str) -> AbstractAsyncContextManager[Any]:
    from wyoming.client import AsyncClient

    found: AbstractAsyncContextManager[Any] = AsyncClient.from_uri(uri, CONNECT, ANSWER)
    return found


def _checked(uri: str) -> str:
    try:
        _client(uri)
    except ImportError:
        raise ValueError(f"{uri} needs the package wyoming: pip install wyoming") from None
    except ValueError:
        raise ValueError(f"{uri} is not tcp://HOST:PORT") from None
    return uri


def _run(uri: str, talk: Coroutine[Any, Any, T]) -> T:
    import asyncio  # 2 MB that the machine's own ear and mouth do without

    async def bounded() -> T:
        return await asyncio.wait_for(talk, CONNECT + ANSWER)

    try:
        return asyncio.run(bounded())
    except TimeoutError:
        raise ValueError(f"{uri} took too long to answer") from None
    except OSError as fault:
        reason = os.strerror(fault.errno) if fault.errno else str(fault)
        raise ValueError(f"{uri}: {reason}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"{uri}: {fault or type(fault).__name__}") from None
