"""What an utterance was taken for, and the intent of the IntentRequest that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from skill.simulator.nlu.grammar import Filled, Parse
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.tuning import DECIDING


@dataclass(frozen=True, slots=True)
class Understanding:
    """What an utterance was taken for, and how surely.

    `tier` is "exact", "paraphrase" or "fallback"; `score` runs from 0 to 1. `matched` is the sample
    that the utterance is, or the words it was read as. `runners_up` are the next best intents.
    """

    utterance: str
    intent: str
    slots: Mapping[str, Filled]
    tier: str
    score: float
    matched: str | None
    runners_up: tuple[tuple[str, float], ...] = ()

    def intent_json(self, model: InteractionModel, application: str) -> dict[str, Any]:
        """Return the `intent` of an IntentRequest as Alexa sends it, every declared slot in it."""
        declared = model.intents[self.intent].slots
        intent: dict[str, Any] = {"name": self.intent, "confirmationStatus": "NONE"}
        if declared:
            intent["slots"] = {
                name: _slot_json(name, slot_type, self.slots.get(name), application)
                for name, slot_type in declared.items()
            }
        return intent


def as_sample(parse: Parse, score: float, tier: str = "paraphrase") -> Understanding:
    """Return what words mean that are, or hold, a sample; of no utterance yet."""
    return Understanding("", parse.intent, parse.slots, tier, score, parse.sample)


def put_to(
    own: Understanding,
    intent: str,
    slots: Mapping[str, Filled] | None = None,
    score: float = DECIDING.beside,
) -> Understanding:
    """Return what words mean in reply to what was asked, where it is not their `own` meaning."""
    return replace(own, intent=intent, slots=slots or {}, tier="paraphrase", score=score)


def _slot_json(name: str, kind: str, filled: Filled | None, application: str) -> dict[str, Any]:
    slot: dict[str, Any] = {"name": name, "confirmationStatus": "NONE"}
    if filled is None:
        return slot
    value: dict[str, Any] = {"type": "Simple", "value": filled.heard}
    slot |= {"value": filled.heard, "source": "USER", "slotValue": value}
    if filled.match or filled.unmatched:
        resolution: dict[str, Any] = {
            "authority": f"amzn1.er-authority.echo-sdk.{application}.{kind}",
            "status": {"code": "ER_SUCCESS_NO_MATCH"},
        }
        if filled.match:
            match = {"name": filled.match.name, "id": filled.match.id}
            resolution |= {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": match}]}
        slot["resolutions"] = value["resolutions"] = {"resolutionsPerAuthority": [resolution]}
    return slot
