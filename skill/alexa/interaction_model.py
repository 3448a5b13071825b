"""Alexa's interaction model of a locale, built from interaction_model/.

    locales.toml            the invocation name, and what differs between the locales of a language
    LANGUAGE/*.toml         intents by theme: a table each, with its slots and its sample utterances
    LANGUAGE/types/*.toml   slot types: value id = its name and synonyms

A sample or a synonym may fold several: "(jog|run) [for {goal}]" is four, "run [far|fast]" three.
What comes out is the JSON that Alexa takes (Amazon's "interaction model schema"): `build("en-GB")`.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

_BESIDE_PACKAGE = Path(__file__).parents[2] / "interaction_model"  # in a checkout
_IN_PACKAGE = Path(__file__).parents[1] / "interaction_model"  # installed from a wheel

_WORD = re.compile(r"[a-z']+")
_MILES = re.compile(r"\bmile(s?)\b")
_QUOTED = re.compile(r'"([^"]*)"')
_GROUP = re.compile(r"\(([^()[\]]*)\)|\[([^()[\]]*)\]")  # innermost: no bracket in it


class ModelError(ValueError):
    """The interaction model cannot be built; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: a file under interaction_model/, and the line."""

    file: str
    line: int


def folder() -> Path:
    """Return the folder of the interaction model's sources."""
    return _BESIDE_PACKAGE if _BESIDE_PACKAGE.is_dir() else _IN_PACKAGE


def locales(source: Path | None = None) -> list[str]:
    """Return the locales that have a model, sorted. Raises `ModelError` where none can be read."""
    return sorted(_read((source or folder()) / "locales.toml").get("locales", {}))


def as_json(locale: str) -> str:
    """Return the interaction model of `locale` as a file of JSON. Raises as `build` does."""
    return compact(build(locale)) + "\n"


def compact(document: Any) -> str:
    """Return JSON without spaces: they'd be a fifth of the 1.5 MB that Alexa allows a model."""
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False)


def build(locale: str, source: Path | None = None) -> dict[str, Any]:
    """Return the interaction model of `locale` as Alexa takes it, a document for JSON.

    `source` is the folder of the sources, the repository's own unless given. Raises `ModelError`
    for a locale that is not there and for a source that cannot be read.
    """
    root = source or folder()
    rules = _read(root / "locales.toml")
    if locale not in rules.get("locales", {}):
        there = ", ".join(sorted(rules.get("locales", {})))
        raise ModelError(f"no model for locale {locale!r}; there are {there}")
    dialect = _Dialect(rules, locale)
    words = root / locale.partition("-")[0]
    intents: dict[str, dict[str, Any]] = {}
    for file in sorted(words.glob("*.toml")):
        for name, row in _read(file).items():
            if name in intents:
                raise ModelError(f"{file.name}: {name} stands in another file as well")
            intents[name] = _intent(name, row, file)
    if not intents:
        raise ModelError(f"no model for locale {locale!r}: no intents in {words.name}/")
    types = [_type(file, dialect) for file in sorted((words / "types").glob("*.toml"))]
    dialect.respell(intents.values())
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": rules["locales"][locale].get("invocation", rules["invocation"]),
                "intents": list(intents.values()),
                "types": types,
                "modelConfiguration": {
                    "fallbackIntentSensitivity": {"level": rules["fallback_sensitivity"]}
                },
            }
        }
    }


def digest(locale: str, source: Path | None = None) -> str:
    """Return what differs whenever the model of `locale` would: a digest of all it is built from.

    Raises `ModelError` where the sources cannot be read.
    """
    root = source or folder()
    files = [Path(__file__), root / "locales.toml"]
    files += sorted((root / locale.partition("-")[0]).rglob("*.toml"))
    try:
        parts = [locale.encode(), *(file.read_bytes() for file in files)]
    except OSError as fault:
        raise ModelError(f"the model of {locale} can't be read: {fault}") from None
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()


def places(locale: str, source: Path | None = None) -> dict[tuple[str, str], Place]:
    """Return where each (intent, sample) of a locale's model is written; (intent, "") its head."""
    root = source or folder()
    dialect = _Dialect(_read(root / "locales.toml"), locale)
    found: dict[tuple[str, str], Place] = {}
    for file in sorted((root / locale.partition("-")[0]).glob("*.toml")):
        intent, name = "", f"interaction_model/{file.parent.name}/{file.name}"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            here = Place(name, number)
            if line.startswith("["):
                intent = line.strip().strip("[]").strip('"')
                found[intent, ""] = here
            elif not line.lstrip().startswith(("#", "slots")):
                for written in _QUOTED.findall(line):
                    for sample in dialect.all(expand(written)):
                        found.setdefault((intent, sample), here)
    return found


def expand(sample: str) -> list[str]:
    """Return what a folded sample stands for: "(jog|run) [far]" is four, "run [far|fast]" three.

    Groups may stand inside one another. Raises `ModelError` where a bracket has no partner.
    """
    found = _GROUP.search(sample)
    if not found:
        if set(sample) & set("()[]|"):
            raise ModelError(f"a bracket without its partner: {sample!r}")
        return [" ".join(sample.split())]
    choices = found[1].split("|") if found[1] is not None else ["", *found[2].split("|")]
    rest = (sample[: found.start()] + choice + sample[found.end() :] for choice in choices)
    return list(dict.fromkeys(whole for part in rest for whole in expand(part)))


class _Dialect:
    """How a locale spells, and whether its runs are measured in kilometers."""

    def __init__(self, rules: Mapping[str, Any], locale: str) -> None:
        row = rules["locales"].get(locale, {})
        self._spelling: Mapping[str, str] = rules["spelling"].get(row.get("spelling"), {})
        self._kilometers = bool(row.get("kilometers"))
        self._spelled_in_full: set[str] = set()

    def word(self, text: str) -> str:
        return _WORD.sub(lambda found: self._spelling.get(found[0], found[0]), text)

    def respell(self, intents: Iterable[dict[str, Any]]) -> None:
        """Respell all samples; one about miles gets a sibling about kilometers before it."""
        rows = list(intents)
        self._spelled_in_full = {self.word(sample) for row in rows for sample in row["samples"]}
        for row in rows:
            row["samples"] = list(dict.fromkeys(self.all(row["samples"])))

    def all(self, samples: Iterable[str]) -> Iterator[str]:
        for sample in map(self.word, samples):
            sibling = _MILES.sub(r"kilometre\1", sample) if self._kilometers else sample
            if sibling != sample and sibling not in self._spelled_in_full:
                yield sibling
            yield sample


def _intent(name: str, row: Any, file: Path) -> dict[str, Any]:
    if not isinstance(row, dict) or set(row) - {"slots", "samples"}:
        raise ModelError(f"{file.name}: {name} has more than slots and samples")
    intent: dict[str, Any] = {"name": name}
    if slots := row.get("slots"):
        intent["slots"] = [{"name": slot, "type": kind} for slot, kind in slots.items()]
    samples = (whole for sample in row.get("samples", ()) for whole in expand(sample))
    return intent | {"samples": list(dict.fromkeys(samples))}


def _type(file: Path, dialect: _Dialect) -> dict[str, Any]:
    values = []
    for value_id, phrases in _read(file).items():
        whole = (phrase for folded in phrases for phrase in expand(folded))
        name, *synonyms = dict.fromkeys(map(dialect.word, whole))
        values.append({"id": value_id, "name": {"value": name, "synonyms": synonyms}})
    return {"name": file.stem.upper(), "values": values}


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise ModelError(f"{file.name}: {fault}") from None
