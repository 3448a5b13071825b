"""What the linter finds, and the rules that it finds it by."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

# By consequence: the platform refuses the upload or the build; certification refuses the skill;
# nobody refuses it, and it is worth a look all the same.
SEVERITIES = ("build", "submit", "advice")


class BadPackageError(ValueError):
    """There is nothing to check; the message says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    id: str
    severity: str  # one of SEVERITIES
    says: str  # the rule in one sentence
    why: str
    source: str  # where the rule comes from
    quiet: bool = False  # looked at only when it is selected by name


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a package breaks a rule."""

    rule: str
    file: str
    line: int
    says: str

    @property
    def about(self) -> Rule:
        """The rule that is broken."""
        return rules()[self.rule]

    @property
    def severity(self) -> str:
        """The rule's: "build", "submit" or "advice"."""
        return self.about.severity


def meant(name: str, known: Iterable[str], nearness: float) -> str:
    """Return " (did you mean X?)" where a known name is as near, from 0 to 1; else nothing."""
    near = get_close_matches(name, list(known), 1, nearness)
    return f" (did you mean {near[0]}?)" if near else ""


def by_cause(file: str, faults: Iterable[tuple[str, str, int, str]]) -> Iterator[Finding]:
    """Yield one finding for a cause, at its first place, with all of its locales.

    A fault is (rule, locale, line, what is wrong).
    """
    causes: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for rule, locale, line, says in faults:
        causes.setdefault((rule, says), []).append((locale, line))
    for (rule, says), places in causes.items():
        where = ", ".join(dict.fromkeys(locale for locale, _ in places))
        yield Finding(rule, file, places[0][1], f"{where}: {says}")


@lru_cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by id, in the order in which they are explained."""
    return {name: Rule(name, **row) for name, row in data("rules").items()}


@lru_cache
def data(name: str) -> Mapping[str, Any]:
    """Return one of the linter's tables, such as "words" for words.toml."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
