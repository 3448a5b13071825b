"""A conversation written down, played against the skill, and what of it did not hold.

A script is the parsed form of one conversation in tests/conversations: an `id` and its `turns`,
each a table of

    user                   what is said; "<launch>" opens the skill with no question
    expect                 claim ids, AMAZON.* names or "out-of-scope": any one of them
    expect_all             claim ids: all of them
    reply_must             patterns that must be in the speech, upper or lower case
    reply_must_not         patterns that must not
    same_content_as_turn   the number of an earlier turn, from 1, that said the same
    differs_from_turn      the number of an earlier turn that said something else
    session                "open", "ended" or "any"
    new_session            true: the same user left and comes back
    needs                  a note that names an earlier turn ("turn 2 ended with an offer"); where
                           that turn ended the session, this one is not played

Anything else in a turn is a note for readers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from skill.simulator.conversation import LAUNCH, Conversation, Turn

_EARLIER_TURN = re.compile(r"turn (\d+)")


def faults(conversation: Conversation, script: Mapping[str, Any]) -> list[str]:
    """Play a script and return what did not hold, a line each; an empty list where all did."""
    found: list[str] = []
    past: list[Turn] = []
    for number, written in enumerate(script["turns"], 1):
        if not _possible(written, past):
            break
        turn = _played(conversation, written)
        for fault in _faults(turn, written, past):
            found.append(f"{script.get('id')}, turn {number}, {written['user']!r}: {fault}")
        past.append(turn)
    return found


def _possible(written: Mapping[str, Any], past: Sequence[Turn]) -> bool:
    named = _EARLIER_TURN.search(str(written.get("needs", "")))
    return not named or past[int(named[1]) - 1].open


def _played(conversation: Conversation, written: Mapping[str, Any]) -> Turn:
    if written.get("new_session"):
        conversation.come_back()
    said = written["user"]
    return conversation.launch() if said == LAUNCH else conversation.say(said)


def _faults(turn: Turn, written: Mapping[str, Any], past: Sequence[Turn]) -> Iterator[str]:
    report = turn.report()
    if not _any_expected(report, written.get("expect", ())):
        yield f"expected {written['expect']}, got {_got(report)}"
    if missing := set(written.get("expect_all", ())) - set(report["claims"]):
        yield f"expected {sorted(missing)} too, got {_got(report)}"
    for pattern in written.get("reply_must", ()):
        if not re.search(pattern, turn.speech, re.IGNORECASE):
            yield f"no {pattern!r} in {turn.speech!r}"
    for pattern in written.get("reply_must_not", ()):
        if re.search(pattern, turn.speech, re.IGNORECASE):
            yield f"{pattern!r} in {turn.speech!r}"
    if (same := written.get("same_content_as_turn")) and not _same(turn, past[same - 1]):
        yield f"not what turn {same} said: {turn.speech!r}"
    if (other := written.get("differs_from_turn")) and _same(turn, past[other - 1]):
        yield f"what turn {other} said already: {turn.speech!r}"
    if written.get("session", "any") not in ("any", report["session"]):
        yield f"the session is {report['session']} after {turn.speech!r}"


def _any_expected(report: Mapping[str, Any], expected: Sequence[str]) -> bool:
    names = {*report["claims"], report["intent"], *([] if report["claims"] else ["out-of-scope"])}
    return not expected or not names.isdisjoint(expected)


def _got(report: Mapping[str, Any]) -> str:
    return f"{report['intent']} {report['claims']}: {report['speech']!r}"


def _same(turn: Turn, earlier: Turn) -> bool:
    """Whether two replies say the same of the article, or, saying nothing of it, the same words."""
    claims, before = turn.report()["claims"], earlier.report()["claims"]
    return claims == before if claims or before else turn.speech == earlier.speech
