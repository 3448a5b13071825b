"""Faults that have one right answer, put right in the text of the file: nothing else moves.

Samples and synonyms that are there twice go, and an invocation name becomes lower case. A file is
changed only where each has a line to itself, and only if it holds afterwards what it should.
"""

import difflib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from skill.lint.finding import Finding

FIXABLE = ("sample-repeated", "synonym-repeated", "invocation-characters")


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """Return a file's text without the faults of these findings that can be put right."""
    lines = text.splitlines(keepends=True)
    for one in sorted(set(findings), key=lambda one: -one.line):
        if one.rule not in FIXABLE or one.line > len(lines):
            continue
        changed = list(lines)
        if one.rule == "invocation-characters":
            _lower(changed, one.line - 1)
        else:
            _drop(changed, one.line - 1)
        if _loads("".join(changed)) is not None:
            lines = changed
    return "".join(lines)


def diff(path: str, before: str, after: str) -> str:
    """Return what would change, as a unified diff."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="")
    return "\n".join(lines)


def run(findings: Iterable[Finding], write: bool) -> tuple[list[str], int]:
    """Return the diffs of all files and how many change; `write` changes them."""
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        if one.rule in FIXABLE:
            by_file.setdefault(one.file, []).append(one)
    diffs = []
    for file, here in by_file.items():
        path = Path(file)
        if not path.is_file():
            continue
        before = path.read_bytes().decode("utf-8")
        after = fixed(before, here)
        if before != after:
            diffs.append(diff(file, before, after))
            if write:
                path.write_bytes(after.encode("utf-8"))
    return diffs, len(diffs)


def _lower(lines: list[str], at: int) -> None:
    """Write the value of "invocationName" in lower case."""
    key, colon, value = lines[at].partition(":")
    if key.strip() == '"invocationName"' and "," not in value.rstrip().rstrip(","):
        lines[at] = key + colon + value.lower()


def _drop(lines: list[str], at: int) -> None:
    """Drop a text that has a line to itself, and the comma before it if it was the last."""
    words = lines[at].strip()
    if not isinstance(_loads(words.removesuffix(",")), str):
        return
    if not words.endswith(",") and at and lines[at - 1].rstrip().endswith(","):
        before = lines[at - 1]
        comma = before.rindex(",")
        lines[at - 1] = before[:comma] + before[comma + 1 :]
    del lines[at]


def _loads(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        return None
