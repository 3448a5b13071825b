"""The conversation agent: a transcript in, what the skill says out.

Home Assistant names the conversation a sentence belongs to, and the device that heard it. A
conversation is a session of the skill; a device is a user of it, whose goal is remembered.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from wyoming.event import Event
from wyoming.handle import Handled, NotHandled
from wyoming.info import Attribution, HandleModel, HandleProgram

from skill.alexa.interaction_model import locales
from skill.simulator.conversation import Conversation
from skill.simulator.device import Door
from skill.speakers.wyoming.events import EventError

DEFAULT = "en-US"
LONGEST = 1_000  # characters of a question
SESSIONS = 256
# Home Assistant's CONVERSATION_TIMEOUT (homeassistant/helpers/chat_session.py): five minutes.
SESSION_SECONDS = 300.0
DECLINED = "Leg Day speaks English only."


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that a client may ask in: English, and each English there is."""
    return ("en", *locales())


def program() -> HandleProgram:
    """Return what Home Assistant shows of the agent."""
    about, number = Attribution("Leg Day", ""), version("leg-day")
    says = "Does running count as leg day? Answers from one article, and from nothing else."
    model = HandleModel("leg-day", about, True, says, number, [*languages()])
    return HandleProgram("Leg Day", about, True, says, number, [model])


class Agent:
    """The conversations of a server. For one thread at a time."""

    def __init__(self, door: Door, clock: Callable[[], float] = time.monotonic) -> None:
        """`door` leads to the skill; `clock` gives seconds."""
        self._door, self._clock = door, clock
        self._sessions: OrderedDict[tuple[str, str], tuple[Conversation, float]] = OrderedDict()

    def answer(self, data: Mapping[str, Any], connection: str) -> Event:
        """Return the answer to the data of a transcript event.

        `connection` names a conversation to those who name none. What the skill declines is
        handled too: Home Assistant speaks everything else as an error. Raises EventError.
        """
        text, context = data.get("text"), data.get("context") or {}
        if not isinstance(text, str) or not isinstance(context, dict):
            raise EventError("a transcript has no text")
        if len(text) > LONGEST:
            raise EventError(f"a question is over {LONGEST} characters")
        locale = _locale(data.get("language"))
        if locale is None:
            return NotHandled(DECLINED).event()
        name = str(context.get("conversation_id") or connection)
        speaker = context.get("satellite_id") or context.get("device_id")
        said = text.encode("utf-8", "replace").decode()  # half a character is none
        return Handled(self._conversation(name, locale, speaker).say(said).speech).event()

    def _conversation(self, name: str, locale: str, speaker: object) -> Conversation:
        """Return the conversation of this name, a new one where it is unknown or long over."""
        now, key = self._clock(), (name, locale)
        while self._sessions and (
            len(self._sessions) >= SESSIONS + (key in self._sessions)
            or next(iter(self._sessions.values()))[1] < now - SESSION_SECONDS
        ):
            self._sessions.popitem(last=False)[1][0].come_back()
        found, _ = self._sessions.pop(key, (None, 0.0))
        conversation = found or Conversation(self._door, _user(speaker), locale)
        self._sessions[key] = conversation, now
        return conversation


def _locale(language: object) -> str | None:
    """Return whose English is spoken: the default for plain "en" or none, None if not English."""
    text = str(language or DEFAULT).replace("_", "-").lower()
    known = {locale.lower(): locale for locale in languages()[1:]}
    return known.get(text, DEFAULT if text.partition("-")[0] == "en" else None)


def _user(speaker: object) -> str | None:
    """Return the user that a device is; None, a throw-away one, where no device is named."""
    if not speaker:
        return None
    return f"amzn1.ask.account.{sha256(str(speaker).encode('utf-8', 'replace')).hexdigest()}"
