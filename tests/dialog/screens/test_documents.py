"""The APL documents: valid to Amazon's validator and to us, small, and of primitives only."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.content.loader import load_content
from skill.dialog import screen

NAMES = ("answer", "comparison", "figure", "menu")
# https://developer.amazon.com: APL components of version 1.4.
PRIMITIVES = {
    "Container",
    "EditText",
    "Frame",
    "GridSequence",
    "Image",
    "Pager",
    "ScrollView",
    "Sequence",
    "Text",
    "TouchWrapper",
    "VectorGraphic",
    "Video",
}
COMMANDS = {"SendEvent"}


def validated(documents: dict[str, Any]) -> dict[str, list[str]]:
    done = subprocess.run(
        ["node", str(Path(__file__).parent / "validate.mjs")],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from nodes(inner)


def unknown(document: Any) -> set[str]:
    """Return the component types that neither APL nor the document itself defines."""
    parts = [document["mainTemplate"], document["layouts"]]
    types = {node["type"] for node in nodes(parts) if "type" in node}
    return types - PRIMITIVES - COMMANDS - set(document["layouts"])


@pytest.mark.node
def test_amazons_validator_finds_nothing():
    documents = {name: screen.document(name) for name in NAMES}
    assert validated(documents) == {name: [] for name in NAMES}


@pytest.mark.node
def test_amazons_validator_is_awake():
    broken = {
        **screen.document("answer"),
        "mainTemplate": {"items": [{"type": "Text", "text": []}]},
    }
    assert validated({"broken": broken})["broken"] != []


@pytest.mark.parametrize("name", NAMES)
def test_every_component_is_a_primitive_or_our_own(name):
    assert unknown(screen.document(name)) == set()


def test_an_unknown_component_would_be_noticed():
    document = screen.document("answer")
    broken = {**document, "mainTemplate": {"items": [{"type": "AlexaHeadline"}]}}
    assert unknown(broken) == {"AlexaHeadline"}


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_apl_1_4_and_fetches_nothing(name):
    document = screen.document(name)
    assert (document["type"], document["version"]) == ("APL", "1.4")
    assert "import" not in document
    assert "http" not in json.dumps(document)


@pytest.mark.parametrize("name", NAMES)
def test_every_resource_that_a_document_names_is_there(name):
    document = screen.document(name)
    kinds = ("dimensions", "colors", "strings")
    defined = {
        resource
        for block in document["resources"]
        for kind in kinds
        for resource in block.get(kind, {})
    }
    text = json.dumps(document)
    used = {part.split('"')[0].split(" ")[0].rstrip("}") for part in text.split("@")[1:]}
    assert used - defined == set()


def test_no_two_resources_share_a_name():
    (first, *_) = screen.document("answer")["resources"]
    names = [name for kind in ("dimensions", "colors", "strings") for name in first[kind]]
    assert len(names) == len(set(names))


def test_a_screen_is_a_small_part_of_a_response():
    for answer in load_content().answers.values():
        hint = screen.Choice(answer.hint, answer.hint, "Try")
        display = screen.Display(answer.headline, (hint,) * 3, answer.key_fact, answer.columns)
        shown = screen.drawn(display)
        assert len(json.dumps(shown.directive())) < 12_000
