"""One turn as the page shows it: what is spoken and drawn, and what the panels tell of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.content.loader import load_content
from skill.content.schema import Claim
from skill.simulator.conversation import Turn
from skill.simulator.nlu.understanding import Understanding
from skill.simulator.page.visitors import Visit

STAGES = ("understanding", "signing", "verification", "dispatch")
_RENDER = "Alexa.Presentation.APL.RenderDocument"


def spoken(turn: Turn) -> dict[str, Any]:
    """Return what the page needs to speak, draw and go on from a turn."""
    response = turn.exchange.response.get("response") or {}
    shown = (d for d in response.get("directives") or [] if d.get("type") == _RENDER)
    return {
        "report": turn.report(),
        "ssml": (response.get("outputSpeech") or {}).get("ssml", ""),
        "again": ((response.get("reprompt") or {}).get("outputSpeech") or {}).get("ssml"),
        "open": turn.open,
        "yesno": turn.open and bool(turn.attributes.get("offer")),
        "screen": next(shown, None),
    }


def written(attributes: Mapping[str, Any] | None) -> str | None:
    """Return attributes as somebody edits them; None where there is nothing to edit."""
    return None if attributes is None else json.dumps(attributes, indent=2, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Inside:
    """Everything that the panels tell of one visit."""

    report: Mapping[str, Any]
    understood: Understanding | None
    claims: list[Claim]
    stages: list[tuple[str, float, float]]  # name, milliseconds, share of the total in percent
    total: float
    sample: str | None  # a line for the model, where the model lacks what was said

    @property
    def unspoken(self) -> str:
        """Why there was nothing to understand."""
        kind = str(self.report["request"].get("request", {}).get("type"))
        if kind == "LaunchRequest":
            return "The skill was opened; there was nothing to understand."
        if kind.endswith("UserEvent"):
            return "Something on the screen was touched; there was nothing to understand."
        return "The request was written by hand; there was nothing to understand."

    @property
    def card(self) -> Mapping[str, Any] | None:
        """The card for the phone's app."""
        found: Mapping[str, Any] | None = self.report["response"].get("response", {}).get("card")
        return found

    @property
    def request_json(self) -> str:
        """The request as the console prints it."""
        return json.dumps(self.report["request"], indent=2, ensure_ascii=False)

    @property
    def response_json(self) -> str:
        """The response as the console prints it."""
        return json.dumps(self.report["response"], indent=2, ensure_ascii=False)


def inside(turn: Turn, visit: Visit) -> Inside:
    """Return what the panels tell of a turn."""
    report, known = turn.report(), load_content().claims
    total = visit.stages["total"]
    named = {name: visit.stages.get(name, 0.0) for name in STAGES}
    named["reading and writing"] = max(total - sum(named.values()), 0.0)
    return Inside(
        report=report,
        understood=turn.understood,
        claims=[known[claim] for claim in report["claims"] if claim in known],
        stages=[(name, spent * 1000, 100 * spent / total) for name, spent in named.items()],
        total=total * 1000,
        sample=_sample(turn.understood),
    )


def _sample(understood: Understanding | None) -> str | None:
    """Return a line for an intent's samples: what was said, with its slots in place of values."""
    if understood is None or understood.tier == "exact":
        return None
    words = understood.utterance.lower().strip(" .?!")
    for name, slot in understood.slots.items():
        words = words.replace(slot.heard.lower(), f"{{{name}}}", 1)
    return f"{json.dumps(words, ensure_ascii=False)},"
