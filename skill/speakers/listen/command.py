"""`leg-day listen`: its options put together."""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from skill.simulator.conversation import Conversation
from skill.simulator.device import Door
from skill.speakers.listen import parts, recordings
from skill.speakers.listen.audio import Samples
from skill.speakers.listen.loop import Speaker
from skill.speakers.listen.microphone import microphone, stream
from skill.speakers.listen.mouth import Played, Playing, mouth, player
from skill.speakers.listen.spoken import SpokenConversation, SpokenTurn

USER = "amzn1.ask.account.LISTEN"  # whoever speaks to this machine


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; the names are those of the options."""

    asr: str = "pocketsphinx"
    tts: str = "auto"
    denoise: str = "wiener"
    wake: str | None = None
    headphones: bool = False
    stdin: bool = False
    one_session: bool = False
    as_json: bool = False
    locale: str = "en-US"
    screen: bool = False


def beginner(door: Door, options: Options, user: str | None) -> Callable[[], SpokenConversation]:
    """Return what begins conversations. Raises ValueError where a part is missing."""
    ear = parts.recogniser(options.asr, options.locale)
    quieter = parts.denoiser(options.denoise)
    return lambda: SpokenConversation(
        Conversation(door, user, options.locale, options.screen), ear, quieter
    )


def answer_recordings(door: Door, files: Sequence[Path], options: Options) -> bool:
    """Answer recorded questions; tell whether all of them could be read."""
    fine = True
    begin = beginner(door, options, None)
    for answered in recordings.answers(files, begin, options.one_session):
        fine &= not isinstance(answered[1], str)
        if options.as_json:
            click.echo(recordings.as_json(answered))
            continue
        said, remark = recordings.as_words(answered)
        click.echo(remark, err=True)
        if said:
            click.echo(said)
    return fine


def converse(door: Door, options: Options) -> None:
    """Be asked aloud until the person leaves. Raises ValueError where a part is missing."""
    conversation = beginner(door, options, USER)()
    voice = mouth(options.tts)
    if voice is None and options.tts == "auto":
        click.echo(
            "Nothing here can speak (espeak-ng, flite, pico2wave): answers are shown.", err=True
        )
    play: Callable[[Samples], Playing] = player() if voice else lambda sound: Played()
    trigger = parts.trigger(options.wake, options.stdin)
    sound = stream(sys.stdin.buffer) if options.stdin else microphone()
    show = _as_json if options.as_json else _as_words
    speaker = Speaker(conversation, sound, trigger, voice, play, show, options.headphones)
    if trigger.invitation:
        click.echo(trigger.invitation, err=True)
    with suppress(KeyboardInterrupt):
        speaker.run()


def _as_words(turn: SpokenTurn | str) -> None:
    if isinstance(turn, str):
        click.echo(turn)
    elif turn.turn:
        click.echo(f"heard: {turn.turn.utterance}", err=True)
        click.echo(turn.turn.speech)


def _as_json(turn: SpokenTurn | str) -> None:
    found = {"reprompted": turn} if isinstance(turn, str) else turn.report()
    click.echo(json.dumps(found, ensure_ascii=False))
