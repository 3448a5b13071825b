"""Chunks of sound from a microphone, or from a stream of samples on standard input."""

import shutil
import subprocess
from collections.abc import Iterator
from typing import IO

from skill.speakers.listen.audio import CHUNK, RATE
from skill.speakers.listen.endpointing import chunks

RECORDER = ("arecord", "-q", "-t", "raw", "-f", "S16_LE", "-r", str(RATE), "-c", "1")


def microphone() -> Iterator[bytes]:
    """Yield what the default microphone hears, 32 ms a chunk, until it is closed.

    Raises ValueError where there is none.
    """
    if shutil.which(RECORDER[0]):
        yield from _recorder()
    else:
        yield from _sounddevice()


def stream(samples: IO[bytes]) -> Iterator[bytes]:
    """Yield chunks of raw samples, 16 bits, 16,000 a second, one channel, to their end."""
    return chunks(iter(lambda: samples.read(2 * CHUNK), b""))


def _recorder() -> Iterator[bytes]:
    with subprocess.Popen(RECORDER, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        try:
            yield from stream(process.stdout)
            why = process.stderr.read().decode(errors="replace").strip().splitlines()
            raise ValueError(f"no microphone: {why[-1] if why else 'arecord ended'}")
        finally:
            process.terminate()


def _sounddevice() -> Iterator[bytes]:
    try:
        import sounddevice
    except (ImportError, OSError):  # the package, or PortAudio under it
        raise ValueError("no microphone: neither arecord nor PortAudio is installed") from None
    try:
        with sounddevice.RawInputStream(RATE, CHUNK, channels=1, dtype="int16") as opened:
            while True:
                yield bytes(opened.read(CHUNK)[0])
    except sounddevice.PortAudioError as fault:
        raise ValueError(f"no microphone: {fault}") from None
