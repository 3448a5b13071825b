"""`leg-day listen`: its options put together, by a microphone or with recordings."""

import ctypes
import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from skill.hosting.logs import JsonFormatter
from skill.simulator.conversation import Conversation
from skill.simulator.device import Door
from skill.simulator.nlu import understander
from skill.speakers.listen.audio import Samples, read_wav
from skill.speakers.listen.denoise import denoiser
from skill.speakers.listen.endpointing import trimmed
from skill.speakers.listen.loop import Speaker
from skill.speakers.listen.microphone import microphone, stream
from skill.speakers.listen.mouth import Played, Playing, mouth, player
from skill.speakers.listen.recogniser import PocketSphinx, Recogniser
from skill.speakers.listen.services import WyomingEar
from skill.speakers.listen.spoken import SpokenConversation, SpokenTurn
from skill.speakers.listen.wakeword import trigger
from skill.speakers.listen.whisper import Whisper

USER = "amzn1.ask.account.LISTEN"  # whoever speaks to this machine
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # of <malloc.h>
_KEPT = 65_536  # bytes: less is left to the allocator


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; the names are those of the options."""

    asr: str
    tts: str
    denoise: str
    wake: str | None
    headphones: bool
    stdin: bool
    one_session: bool
    as_json: bool
    log: Path | None
    locale: str
    screen: bool


def answer_recordings(door: Door, files: Sequence[Path], options: Options) -> bool:
    """Answer recorded questions; tell whether all of them could be read."""
    fine = True
    for file, turn in _recordings(_beginner(door, options, None), files, options.one_session):
        fine &= not isinstance(turn, str)
        if options.as_json:
            found = {"error": turn} if isinstance(turn, str) else turn.report()
            click.echo(json.dumps({"file": str(file), **found}, ensure_ascii=False))
        elif isinstance(turn, str):
            click.echo(f"leg-day: {turn}", err=True)
        elif turn.turn is None:
            click.echo(f"{file}: nothing was heard", err=True)
        else:
            _as_words(turn)
    return fine


def converse(door: Door, options: Options) -> None:
    """Be asked aloud until the person leaves. Raises ValueError where a part is missing."""
    conversation = _beginner(door, options, USER)()
    voice = mouth(options.tts)
    if voice is None and options.tts == "auto":
        click.echo(
            "Nothing here can speak (espeak-ng, flite, pico2wave): answers are shown.", err=True
        )
    play: Callable[[Samples], Playing] = player() if voice else lambda sound: Played()
    waits = trigger(options.wake, options.stdin)
    sound = stream(sys.stdin.buffer) if options.stdin else microphone()
    show = _as_json if options.as_json else _as_words
    speaker = Speaker(conversation, sound, waits, voice, play, show, options.headphones)
    if waits.invitation:
        click.echo(waits.invitation, err=True)
    with suppress(KeyboardInterrupt):
        speaker.run()


def _beginner(door: Door, options: Options, user: str | None) -> Callable[[], SpokenConversation]:
    """Return what begins conversations. Raises ValueError where a part is missing."""
    if options.log:
        _log_to(options.log)
    keep_little()
    ear, quieter = _recogniser(options.asr, options.locale), denoiser(options.denoise)
    return lambda: SpokenConversation(
        Conversation(door, user, options.locale, options.screen), ear, quieter
    )


def keep_little() -> None:
    """Have what is freed go back to the system at once: 7 to 10 MB with glibc, nothing elsewhere.

    Of itself, glibc keeps ever larger pieces once some have been freed.
    """
    with suppress(OSError, AttributeError, TypeError):
        c_library = ctypes.CDLL(None)
        for parameter in (_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD):
            c_library.mallopt(parameter, _KEPT)


def _recogniser(name: str, locale: str) -> Recogniser:
    """Return "pocketsphinx", the service at "tcp://HOST:PORT", or the Whisper model in a folder.

    Raises ValueError where its package is missing, or the name is none of these.
    """
    if name == "pocketsphinx":
        return PocketSphinx(understander(locale).model)
    if name.startswith("tcp://"):
        return WyomingEar(name)
    if Path(name).is_dir():
        return Whisper(Path(name))
    raise ValueError(f"--asr {name}: it is pocketsphinx, tcp://HOST:PORT or a Whisper folder")


def _recordings(
    begin: Callable[[], SpokenConversation], files: Sequence[Path], one_session: bool
) -> Iterator[tuple[Path, SpokenTurn | str]]:
    """Yield each file with its turn, or with what is wrong with it; the next is still answered.

    Each file is a conversation of its own that `begin` begins, or all are one. `-` is a WAV file on
    standard input.
    """
    conversation = begin()
    for number, file in enumerate(files):
        if number and not one_session:
            conversation = begin()
        try:
            sound = read_wav(sys.stdin.buffer.read() if str(file) == "-" else file)
        except ValueError as fault:
            yield file, str(fault)
            continue
        yield file, conversation.hear(trimmed(sound))


def _log_to(file: Path) -> None:
    """Append a line of JSON for each turn. Raises ValueError where the file cannot be written."""
    try:
        lines = logging.FileHandler(file, encoding="utf-8")
    except OSError as fault:
        raise ValueError(f"{file}: {fault.strerror}") from None
    lines.setFormatter(JsonFormatter())
    log = logging.getLogger("skill.speakers.listen")
    log.addHandler(lines)
    log.setLevel(logging.INFO)


def _as_words(turn: SpokenTurn | str) -> None:
    if isinstance(turn, str):
        click.echo(turn)
    elif turn.turn:
        click.echo(f"heard: {turn.turn.utterance}", err=True)
        click.echo(turn.turn.speech)


def _as_json(turn: SpokenTurn | str) -> None:
    found = {"reprompted": turn} if isinstance(turn, str) else turn.report()
    click.echo(json.dumps(found, ensure_ascii=False))
