"""What a probe finds, in the linter's own form, and the rules (rules.toml)."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from textwrap import fill

from skill.lint.finding import Finding, Rule


class ProbeError(ValueError):
    """There is nothing to probe; the message says why."""


class Found(Finding):
    """A finding whose rule is one of the probes'."""

    @property
    def about(self) -> Rule:
        """The rule that is broken."""
        return rules()[self.rule]


def explain(rule: str) -> str | None:
    """Return what a rule of the probes asks, why, and its source; None for another's rule."""
    found = rules().get(rule)
    if found is None:
        return None
    parts = [f"{rule} ({found.severity})", found.says, found.why, f"Source: {found.source}"]
    return "\n".join(fill(part, 84, break_on_hyphens=False) for part in parts)


@lru_cache
def rules() -> Mapping[str, Rule]:
    """Return the probes' rules by id."""
    table = tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))
    return {name: Rule(name, **row) for name, row in table.items()}
