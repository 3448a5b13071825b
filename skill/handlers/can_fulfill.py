"""CanFulfillIntentRequest: Alexa asks whether this skill could answer, with nobody listening.

Format: the Alexa Skills Kit's "CanFulfillIntentRequest" (en-US only). Honest means that a question
beyond the article gets NO, a follow-up too, and that one whose slots nobody knows gets NO for
them.
"""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)

from skill.content.schema import Content
from skill.handlers.slots import resolved, unmatched

_COMPUTED = {"CaloriesBurnedIntent", "DistanceForCaloriesIntent"}
_FOLLOW_UPS = {"WhatAboutIntent", "SourceIntent"}  # mean nothing with nothing said before
_NOT_GOALS = {"health", "not-known"}


def can_fulfill(handler_input: HandlerInput, content: Content) -> CanFulfillIntent:
    """Return what this skill can do with the intent that is asked about."""
    intent = getattr(handler_input.request_envelope.request, "intent", None)
    name = str(intent.name) if intent else ""
    slots = (intent.slots if intent else None) or {}
    known, unknown = resolved(slots), unmatched(slots)
    asked = name in {question.intent for question in content.questions} - _FOLLOW_UPS
    fit = (asked or name in _COMPUTED) and not unknown and known.get("goal") not in _NOT_GOALS
    return CanFulfillIntent(
        can_fulfill=CanFulfillIntentValues.YES if fit else CanFulfillIntentValues.NO,
        slots={
            slot: _slot(slot in known, fit) for slot in slots if slot in known or slot in unknown
        }
        or None,
    )


def _slot(understood: bool, fit: bool) -> CanFulfillSlot:
    return CanFulfillSlot(
        can_understand=CanUnderstandSlotValues.YES if understood else CanUnderstandSlotValues.NO,
        can_fulfill=CanFulfillSlotValues.YES if understood and fit else CanFulfillSlotValues.NO,
    )
