"""Words to sound, by a program that the machine has, and sound to the loudspeaker."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from skill.speakers.listen.audio import RATE, Samples, read_wav, to_pcm
from skill.speakers.listen.services import WyomingMouth

Mouth = Callable[[str], Samples]

# Each writes a WAV file to {wav}; {model} is what stands after the colon in "piper:MODEL".
_PROGRAMS: dict[str, Sequence[str]] = {
    "espeak-ng": ("espeak-ng", "-w", "{wav}", "--stdin"),
    "flite": ("flite", "-voice", "slt", "-f", "/dev/stdin", "-o", "{wav}"),
    "pico": ("pico2wave", "-w", "{wav}", "{words}"),
    "say": ("say", "--data-format=LEI16@22050", "-o", "{wav}", "-f", "-"),
    "piper": ("piper", "-m", "{model}", "-f", "{wav}"),
}
_BY_ITSELF = ("pico", "say", "flite", "espeak-ng")  # the better voices first
_TIME = 30  # seconds for one reply
PLAYER = ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-r", str(RATE), "-c", "1", "-")


def mouth(name: str) -> Mouth | None:
    """Return what speaks: "auto", "none", a program's name, "piper:MODEL", or "tcp://HOST:PORT".

    None for "none", and for "auto" where the machine has no such program. Raises ValueError for a
    name that is none of these, or where the program is missing.
    """
    if name == "none":
        return None
    if name.startswith("tcp://"):
        return WyomingMouth(name)
    if name == "auto":
        found = next((one for one in _BY_ITSELF if shutil.which(_PROGRAMS[one][0])), None)
        return _speaking(found, "") if found else None
    program, _, model = name.partition(":")
    if program not in _PROGRAMS or (program == "piper") != bool(model):
        known = ", ".join(sorted(_PROGRAMS)).replace("piper", "piper:MODEL")
        raise ValueError(f"--tts {name}: there are auto, none, {known} and tcp://HOST:PORT")
    if shutil.which(_PROGRAMS[program][0]) is None:
        raise ValueError(f"--tts {name}: {_PROGRAMS[program][0]} is not installed")
    return _speaking(program, model)


def _speaking(program: str, model: str) -> Mouth:
    def speak(words: str) -> Samples:
        with tempfile.TemporaryDirectory() as folder:
            wav = Path(folder) / "reply.wav"
            put = {"wav": str(wav), "model": model, "words": words}
            command = [part.format_map(put) for part in _PROGRAMS[program]]
            try:
                subprocess.run(
                    command, input=words.encode(), capture_output=True, timeout=_TIME, check=True
                )
            except (subprocess.SubprocessError, OSError) as fault:
                raise ValueError(f"{program} could not speak ({fault})") from None
            return read_wav(wav)

    return speak


class Playing(Protocol):
    """A sound that is being played."""

    def done(self) -> bool:
        """Tell whether it has ended."""
        ...

    def stop(self) -> None:
        """Silence it at once."""
        ...


class Played:
    """What is not played because nobody listens: it has ended as it begins."""

    def done(self) -> bool:
        """Return True."""
        return True

    def stop(self) -> None:
        """Do nothing."""


class _Program:
    def __init__(self, sound: Samples) -> None:
        with tempfile.TemporaryFile() as file:  # a pipe would hold us up until it is heard
            file.write(to_pcm(sound))
            file.seek(0)
            self._process = subprocess.Popen(PLAYER, stdin=file, stderr=subprocess.DEVNULL)

    def done(self) -> bool:
        return self._process.poll() is not None

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


class _SoundDevice:
    def __init__(self, sound: Samples) -> None:
        import sounddevice

        self._device = sounddevice
        sounddevice.play(sound, RATE)

    def done(self) -> bool:
        return not self._device.get_stream().active

    def stop(self) -> None:
        self._device.stop()


def player() -> Callable[[Samples], Playing]:
    """Return what plays sounds here. Raises ValueError where nothing does."""
    if shutil.which(PLAYER[0]):
        return _Program
    try:
        import sounddevice  # noqa: F401
    except (ImportError, OSError):  # the package, or PortAudio under it
        raise ValueError("no loudspeaker: neither aplay nor PortAudio is installed") from None
    return _SoundDevice
