"""An interaction model, read from its document as the platform reads it."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from skill.alexa.interaction_model import build, expand


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a custom slot type, with the ways to say it."""

    id: str
    name: str
    synonyms: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The ways to say it, its name first."""
        return (self.name, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Intent:
    """An intent: its slots (name -> type) and its sample utterances."""

    name: str
    slots: Mapping[str, str]
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InteractionModel:
    """The language model of one locale."""

    invocation: str
    intents: Mapping[str, Intent]
    types: Mapping[str, tuple[SlotValue, ...]]
    digest: str = ""  # changes whenever the model does

    def phrases(self, slot_type: str) -> list[str]:
        """Return the ways to say the values of a slot type; none where it is not the model's."""
        return [phrase for value in self.types.get(slot_type, ()) for phrase in value.phrases]


def load_model(locale: str = "en-US") -> InteractionModel:
    """Load the model of a locale. Raises `ModelError` where there is none or it is damaged.

    What is said near a speaker, and not to this skill, is samples too: Alexa has that built in.
    """
    document, elsewhere = build(locale), _said_elsewhere()
    for intent in document["interactionModel"]["languageModel"]["intents"]:
        intent["samples"] += elsewhere.get(intent["name"], ())
    return read_model(document)


def _said_elsewhere() -> dict[str, list[str]]:
    """Return what is said elsewhere by the intent that it counts for."""
    folded = tomllib.loads(files(__package__).joinpath("elsewhere.toml").read_text("utf-8"))
    return {
        intent: [sample for line in row["samples"] for sample in expand(line)]
        for intent, row in folded.items()
    }


def read_model(document: Mapping[str, Any]) -> InteractionModel:
    """Make an `InteractionModel` of a model document."""
    language = document["interactionModel"]["languageModel"]
    intents = [
        Intent(
            name=row["name"],
            slots={slot["name"]: slot["type"] for slot in row.get("slots", ())},
            samples=tuple(row.get("samples", ())),
        )
        for row in language["intents"]
    ]
    types = {
        row["name"]: tuple(
            SlotValue(
                id=value.get("id") or value["name"]["value"],
                name=value["name"]["value"],
                synonyms=tuple(value["name"].get("synonyms", ())),
            )
            for value in row["values"]
        )
        for row in language.get("types", ())
    }
    digest = blake2b(json.dumps(document).encode(), digest_size=16).hexdigest()
    return InteractionModel(language["invocationName"], {i.name: i for i in intents}, types, digest)
