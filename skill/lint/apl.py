"""Rules for APL documents: their shape, and by Amazon's own validator where npm has put it.

The validator is the npm package apl-suggester. It is looked for in the node_modules of the folder
that the linter is started in, never in what is checked, and is left out where it is missing.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from skill.lint.beside import documents
from skill.lint.finding import Finding
from skill.lint.located import Table
from skill.lint.package import Package, child

_SECONDS = 60
_SCRIPT = """
const {StaticAplDocumentValidator} = require(process.argv[1]);
const documents = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write('\\n' + JSON.stringify(documents.map(one => {
  try { return StaticAplDocumentValidator.create(one).validate() || []; } catch (e) { return []; }
})));
"""


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the APL documents of the package."""
    found: list[tuple[Path, Table]] = []
    for path, document in documents(package):
        if isinstance(document, Table) and (inner := _document(document)) is not None:
            found.append((path, inner))
            if not child(inner, "mainTemplate"):
                yield Finding("apl", str(path), inner.line, "there is no mainTemplate")
            if not isinstance(inner.get("version"), str):
                yield Finding("apl", str(path), inner.line, "there is no version")
    for (path, inner), notes in zip(found, _validated([one for _, one in found]), strict=False):
        for place, level, says in notes:
            if level in ("ERROR", "WARN"):
                yield Finding("apl", str(path), _line(inner, place), f"{place}: {says}")


def _document(table: Table) -> Table | None:
    for inner in (table, child(table, "document")):
        if inner.get("type") in ("APL", "APLA", "APL-T"):
            return inner
    return None


def _validated(found: Sequence[Table]) -> list[list[tuple[str, str, str]]]:
    """Return (place, level, message) of each APL document, as Amazon's validator has them."""
    module, node = _module(), shutil.which("node")
    if not found or not module or not node:
        return []
    command = [node, "-e", _SCRIPT, module]
    try:
        ran = subprocess.run(
            command, input=json.dumps(found), capture_output=True, text=True, timeout=_SECONDS
        )
        rows = json.loads(ran.stdout.rpartition("\n")[2])
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return []
    return [[(one["path"], one["level"], one["errorMessage"]) for one in row] for row in rows]


@lru_cache
def _module() -> str:
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (found := folder / "node_modules" / "apl-suggester").is_dir():
            return str(found)
    return ""


def _line(document: Table, place: str) -> int:
    """Return the line of a place such as "/mainTemplate/items/0"."""
    line, at = document.line, document
    for key in filter(None, place.split("/")):
        inner: Any = None
        if isinstance(at, dict):
            inner = at.get(key)
        elif isinstance(at, list) and key.isdigit() and int(key) < len(at):
            inner = at[int(key)]
        if inner is None:
            break
        line, at = getattr(inner, "line", line), inner
    return line
