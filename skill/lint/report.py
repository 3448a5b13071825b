"""Findings for people and for programs."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from textwrap import fill
from typing import Any

from skill.lint.finding import SEVERITIES, Finding, rules

_GITHUB = {"build": "error", "submit": "error", "advice": "warning"}
_MANY = {"build": "build errors", "submit": "submission errors", "advice": "pieces of advice"}
_ONE = {"build": "build error", "submit": "submission error", "advice": "piece of advice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def lines(findings: Sequence[Finding], form: str) -> list[str]:
    """Return findings as "text", "json", "github" or "sarif": a line each, or one JSON document."""
    if form == "json":
        rows = [asdict(one) | {"severity": one.severity} for one in findings]
        return [json.dumps(rows, ensure_ascii=False, indent=2)]
    if form == "sarif":
        return [json.dumps(_sarif(findings), ensure_ascii=False, indent=2)]
    return [_github(one) if form == "github" else _text(one) for one in findings]


def summary(findings: Sequence[Finding]) -> str:
    """Return how much was found, in one line."""
    counts = Counter(one.severity for one in findings)
    parts = [
        f"{counts[kind]} {_ONE[kind] if counts[kind] == 1 else _MANY[kind]}" for kind in SEVERITIES
    ]
    return ", ".join(parts)


def statistics(findings: Sequence[Finding]) -> list[str]:
    """Return how often each rule was broken, the most broken first."""
    counts = Counter((one.rule, one.severity) for one in findings)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [f"{count:6} {severity:7} {rule}" for (rule, severity), count in ordered]


def explain(rule: str) -> str:
    """Return what a rule asks, why, and its source; of "all", the list of rules.

    Raises ValueError for an unknown one.
    """
    if rule == "all":
        return "\n".join(f"{one.id:26} {one.severity:7}  {one.says}" for one in rules().values())
    found = rules().get(rule)
    if found is None:
        raise ValueError(f"no rule {rule!r}; --explain all lists them")
    head = f"{found.id} ({found.severity}{', only when selected' if found.quiet else ''})"
    parts = [head, found.says, found.why, f"Source: {found.source}"]
    return "\n".join(
        fill(part, 84, break_long_words=False, break_on_hyphens=False) for part in parts
    )


def _text(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}"
    says = re.sub(r"\s*[\r\n]\s*", " ", finding.says)  # of a text in the package
    return f"{place}: {finding.severity}: {says} [{finding.rule}]"


def _github(finding: Finding) -> str:
    """A workflow command; GitHub wants these signs escaped."""
    says = finding.says.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = finding.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    kind = _GITHUB[finding.severity]
    return f"::{kind} file={file},line={finding.line},title={finding.rule}::{says}"


def _sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """The Static Analysis Results Interchange Format, which code scanning reads."""
    used = list({one.rule: one.about for one in findings}.values())
    index = {rule.id: place for place, rule in enumerate(used)}
    driver = {
        "name": "leg-day check",
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.says},
                "fullDescription": {"text": f"{rule.why} Source: {rule.source}"},
                "defaultConfiguration": {"level": _GITHUB[rule.severity]},
                "properties": {"severity": rule.severity},
            }
            for rule in used
        ],
    }
    results = [
        {
            "ruleId": one.rule,
            "ruleIndex": index[one.rule],
            "level": _GITHUB[one.severity],
            "message": {"text": one.says},
            "locations": [_location(one)],
        }
        for one in findings
    ]
    run = {"tool": {"driver": driver}, "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _location(finding: Finding) -> dict[str, Any]:
    place = {"uri": finding.file.replace("\\", "/")}
    region = {"startLine": max(1, finding.line)}
    return {"physicalLocation": {"artifactLocation": place, "region": region}}
