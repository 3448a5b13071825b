"""Who is talking: every browser tab is a user with a device of their own.

A tab brings an id that its browser keeps; the user is a digest of it, so whoever comes back with
the same id is remembered by the skill, as an Alexa account is.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock
from typing import Any

from skill.simulator.conversation import Conversation, Turn
from skill.simulator.device import Door, intent
from skill.simulator.page.viewports import KINDS
from skill.simulator.stages import recorded

_MOST = 500  # tabs whose open session is kept; the one unused longest goes first


@dataclass(frozen=True, slots=True)
class Visit:
    """One turn of a tab, with what each stage took in seconds; a turn that only left has None."""

    turn: Turn | None
    stages: Mapping[str, float]


@dataclass(slots=True)
class Visitor:
    """The conversation of one tab, in one language on one kind of device."""

    conversation: Conversation
    locale: str
    device: str
    lock: Lock = field(default_factory=Lock)


class Visitors:
    """All tabs. Safe for many threads; the turns of one tab come one after the other."""

    def __init__(self, door: Door) -> None:
        self._door, self._lock = _one_at_a_time(door), Lock()
        self._known: OrderedDict[str, Visitor] = OrderedDict()

    def take(self, tab: str, asked: Mapping[str, Any]) -> Visit:
        """Take one turn: what was said, touched, sent or done on this device, in this language."""
        visitor = self._visitor(tab, asked["locale"], asked["device"])
        with visitor.lock, recorded() as stages:
            turn = _turn(visitor.conversation, asked)
        return Visit(turn, stages)

    def goal(self, tab: str, locale: str) -> str | None:
        """Return the goal that the skill remembers of a tab's user, as the skill itself tells it.

        Asked in a session of its own, which the open conversation does not notice.
        """
        aside = Conversation(self._door, user(tab), locale)
        answer = aside.device.say(intent("MyGoalIntent")).response
        goal = (answer.get("sessionAttributes") or {}).get("goal")
        return goal if isinstance(goal, str) else None

    def session(self, tab: str) -> Mapping[str, Any] | None:
        """Return the attributes of a tab's open session; None where none is open."""
        visitor = self._known.get(tab)
        if visitor is None or not visitor.conversation.device.in_session:
            return None
        return visitor.conversation.device.attributes

    def rewrite(self, tab: str, attributes: Mapping[str, Any]) -> bool:
        """Put other attributes into a tab's open session; return whether one was open."""
        visitor = self._known.get(tab)
        if visitor is None:
            return False
        with visitor.lock:
            device = visitor.conversation.device
            if device.in_session:
                device.attributes = dict(attributes)
            return device.in_session

    def _visitor(self, tab: str, locale: str, device: str) -> Visitor:
        with self._lock:
            visitor = self._known.get(tab)
            if visitor is None or (visitor.locale, visitor.device) != (locale, device):
                if visitor:  # another device: what was open there ends
                    visitor.conversation.come_back()
                visitor = Visitor(self._conversation(tab, locale, device), locale, device)
                self._known[tab] = visitor
            self._known.move_to_end(tab)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
            return visitor

    def _conversation(self, tab: str, locale: str, kind: str) -> Conversation:
        viewport = KINDS[kind].viewport
        conversation = Conversation(self._door, user(tab), locale, screen=viewport is not None)
        device = conversation.device
        device.id = f"amzn1.ask.device.{_digest(f'{tab} {kind}')}"  # the same one tomorrow
        if viewport is not None:
            device.viewport = viewport
        return conversation


def user(tab: str) -> str:
    """Return the user id that a tab's requests name."""
    return f"amzn1.ask.account.{_digest(tab)}"


def _digest(words: str) -> str:
    return blake2b(words.encode(), digest_size=20).hexdigest().upper()


def _turn(conversation: Conversation, asked: Mapping[str, Any]) -> Turn | None:
    if reason := asked.get("leave"):
        conversation.device.leave(reason)
        return None
    if asked.get("launch"):
        return conversation.launch()
    if words := asked.get("touch"):
        return conversation.touch(words)
    if (envelope := asked.get("send")) is not None:
        return conversation.send(envelope, anew=bool(asked.get("anew")))
    return conversation.say(asked["say"])


def _one_at_a_time(door: Door) -> Door:
    """The client behind the door is made for one thread; a turn takes a few milliseconds."""
    lock = Lock()

    def guarded(body: bytes) -> Mapping[str, Any]:
        with lock:
            return door(body)

    return guarded
