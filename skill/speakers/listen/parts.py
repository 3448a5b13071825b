"""The parts of `leg-day listen` by the names that the command line gives them."""

from pathlib import Path

from skill.simulator.nlu.model import load_model
from skill.speakers.listen.denoise import DeepFilter, Denoiser, wiener
from skill.speakers.listen.recogniser import PocketSphinx, Recogniser
from skill.speakers.listen.services import WyomingEar
from skill.speakers.listen.wakeword import EnterKey, Speech, Trigger, WakeWord
from skill.speakers.listen.whisper import Whisper


def denoiser(name: str) -> Denoiser | None:
    """Return "wiener", "deep" or "none". Raises ValueError where the package is missing."""
    if name == "deep":
        return DeepFilter()
    return wiener if name == "wiener" else None


def recogniser(name: str, locale: str) -> Recogniser:
    """Return "pocketsphinx", the service at "tcp://HOST:PORT", or the Whisper model in a folder.

    Raises ValueError where its package is missing, or the name is none of these.
    """
    if name == "pocketsphinx":
        return PocketSphinx(load_model(locale))
    if name.startswith("tcp://"):
        return WyomingEar(name)
    if Path(name).is_dir():
        return Whisper(Path(name))
    raise ValueError(f"--asr {name}: it is pocketsphinx, tcp://HOST:PORT or a Whisper folder")


def trigger(wake: str | None, streamed: bool) -> Trigger:
    """Return what begins a conversation. Raises ValueError where a package is missing."""
    if wake:
        return WakeWord(wake)
    return Speech() if streamed else EnterKey()
