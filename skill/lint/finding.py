"""What the linter finds, and the rules that it finds it by."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


class BadPackageError(ValueError):
    """There is nothing to check; the message says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: an error is a rejection or a failed build, a warning is worth a look."""

    id: str
    severity: str  # "error" or "warning"
    says: str  # the rule in one sentence
    why: str
    source: str  # where the rule comes from


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a package breaks a rule."""

    rule: str
    file: str
    line: int
    says: str

    @property
    def severity(self) -> str:
        """The rule's: "error" or "warning"."""
        return rules()[self.rule].severity


@lru_cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by id, in the order in which they are explained."""
    table = tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))
    return {id: Rule(id, **row) for id, row in table.items()}
