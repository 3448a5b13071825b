"""Findings that a project has accepted: written once, and left out from then on.

A finding is known by its rule, its file and what it says, not by its line, which moves.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from skill.lint.finding import BadPackageError, Finding


def write(path: Path, findings: Iterable[Finding]) -> int:
    """Write the findings to a file and return how many they are."""
    rows = sorted([one.rule, one.file, one.says] for one in findings)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(rows)


def without(path: Path, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are not in the file, each as often as it is there.

    Raises `BadPackageError` for a file that cannot be read.
    """
    try:
        rows = json.loads(path.read_text("utf-8"))
        left = Counter((str(rule), str(file), str(says)) for rule, file, says in rows)
    except (OSError, ValueError, TypeError):
        raise BadPackageError(f"{path}: no baseline; --write-baseline {path} makes one") from None
    new = []
    for one in findings:
        key = (one.rule, one.file, one.says)
        if left[key]:
            left[key] -= 1
        else:
            new.append(one)
    return new
