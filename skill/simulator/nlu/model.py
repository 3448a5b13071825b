"""An ASK interaction model, read from its JSON as the platform reads it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

_BESIDE_PACKAGE = Path(__file__).parents[3] / "interaction_model"  # in a checkout
_IN_PACKAGE = Path(__file__).parents[2] / "interaction_model"  # installed from a wheel


class ModelError(ValueError):
    """The interaction model cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a custom slot type, with the ways to say it."""

    id: str
    name: str
    synonyms: tuple[str, ...]


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
    digest: str = ""  # changes whenever the file does


def folder() -> Path:
    """Return the folder that holds the models, one JSON file a locale."""
    return _BESIDE_PACKAGE if _BESIDE_PACKAGE.is_dir() else _IN_PACKAGE


def locales() -> list[str]:
    """Return the locales that have a model, sorted."""
    return sorted(path.stem for path in folder().glob("*.json"))


def load_model(locale: str = "en-US") -> InteractionModel:
    """Load the model of a locale. Raises `ModelError` where there is none or it is damaged."""
    path = folder() / f"{locale}.json"
    if locale not in locales():
        raise ModelError(f"no model for locale {locale!r}; there are {', '.join(locales())}")
    try:
        return read_model(json.loads(path.read_text("utf-8")))
    except (ValueError, KeyError, TypeError) as fault:
        raise ModelError(f"{path.name}: {type(fault).__name__}: {fault}") from None


def read_model(document: Mapping[str, Any]) -> InteractionModel:
    """Make an `InteractionModel` of a parsed model file."""
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
