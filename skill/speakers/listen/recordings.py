"""Recorded questions answered one for one: `leg-day listen --wav FILE ...`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from skill.speakers.listen.audio import Samples, read_wav
from skill.speakers.listen.endpointing import trimmed
from skill.speakers.listen.spoken import SpokenConversation, SpokenTurn

Answered = tuple[Path, SpokenTurn | str]


def answers(
    files: Iterable[Path], begin: Callable[[], SpokenConversation], one_session: bool
) -> Iterator[Answered]:
    """Yield each file with its turn, or with what is wrong with it; the next is still answered.

    Each file is a conversation of its own that `begin` begins, or all are one. `-` is a WAV file on
    standard input.
    """
    conversation = begin()
    for number, file in enumerate(files):
        if number and not one_session:
            conversation = begin()
        try:
            sound = _read(file)
        except ValueError as fault:
            yield file, str(fault)
            continue
        yield file, conversation.hear(trimmed(sound))


def as_json(answered: Answered) -> str:
    """Return the line of JSON for a file: its turn, or {"file": ..., "error": ...}."""
    file, turn = answered
    found = {"error": turn} if isinstance(turn, str) else turn.report()
    return json.dumps({"file": str(file), **found}, ensure_ascii=False)


def as_words(answered: Answered) -> tuple[str, str]:
    """Return what is answered, or nothing, and a remark: what was heard, or what is wrong."""
    file, turn = answered
    if isinstance(turn, str):
        return "", f"leg-day: {turn}"
    if turn.turn is None:
        return "", f"{file}: nothing was heard"
    return turn.turn.speech, f"heard: {turn.turn.utterance}"


def _read(file: Path) -> Samples:
    return read_wav(sys.stdin.buffer.read() if str(file) == "-" else file)
