"""Findings for people, for programs and for GitHub."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from textwrap import fill

from skill.lint.finding import Finding, rules

_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def lines(findings: Sequence[Finding], form: str) -> list[str]:
    """Return findings as "text", "json" or "github", a line each; as JSON, one list of objects."""
    if form == "json":
        rows = [asdict(one) | {"severity": one.severity} for one in findings]
        return [json.dumps(rows, ensure_ascii=False, indent=2)]
    return [_github(one) if form == "github" else _text(one) for one in findings]


def summary(findings: Sequence[Finding]) -> str:
    """Return how much was found, in one line."""
    counts = Counter(one.severity for one in findings)
    parts = [f"{counts[kind]} {kind}{'' if counts[kind] == 1 else 's'}" for kind in _GITHUB]
    return ", ".join(parts)


def explain(rule: str) -> str:
    """Return what a rule asks, why, and its source; of "all", the list of rules.

    Raises ValueError for an unknown one.
    """
    if rule == "all":
        return "\n".join(f"{one.id:26} {one.severity:7}  {one.says}" for one in rules().values())
    found = rules().get(rule)
    if found is None:
        raise ValueError(f"no rule {rule!r}; --explain all lists them")
    parts = [f"{found.id} ({found.severity})", found.says, found.why, f"Source: {found.source}"]
    return "\n".join(
        fill(part, 84, break_long_words=False, break_on_hyphens=False) for part in parts
    )


def _text(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}"
    return f"{place}: {finding.severity}: {finding.says} [{finding.rule}]"


def _github(finding: Finding) -> str:
    """A workflow command; GitHub wants these signs escaped."""
    says = finding.says.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = finding.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    kind = _GITHUB[finding.severity]
    return f"::{kind} file={file},line={finding.line},title={finding.rule}::{says}"
