"""Rules for APL documents: their shape, and by Amazon's own validator where npm has put it.

The validator is the npm package apl-suggester. It is looked for where programs are installed
(`npm install --global apl-suggester`, NODE_PATH, or this repository's node_modules), never in what
is checked: a project's own node_modules may hold anything.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import skill
from skill.lint.beside import documents
from skill.lint.finding import Finding
from skill.lint.located import Table
from skill.lint.package import Package, child

_NAME = "apl-suggester"
_SECONDS = 60
_SCRIPT = """
const {StaticAplTemplateValidator} = require(process.argv[1]);
const documents = JSON.parse(require('fs').readFileSync(0, 'utf8'));
// It throws where nobody can catch it, and then never answers.
process.on('unhandledRejection', () => {});
process.on('uncaughtException', () => {});
const patience = () => new Promise(done => setTimeout(done, 3000, []));
const notes = one => Promise.race([new StaticAplTemplateValidator().validate(one), patience()]);
Promise.all(documents.map(one => notes(one).catch(() => [])))
  .then(all => { console.log('\\n' + JSON.stringify(all)); process.exit(); });
"""


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the APL documents of the package."""
    found: list[tuple[Path, Table]] = []
    for path, document in documents(package):
        if isinstance(document, Table) and (inner := _document(document)) is not None:
            lacking = [key for key in ("mainTemplate", "version") if not inner.get(key)]
            for key in lacking:
                yield Finding("apl", str(path), inner.line, f"there is no {key}")
            if not lacking and inner["type"] == "APL":  # the validator knows nothing of audio
                found.append((path, inner))
    for (path, inner), notes in zip(found, _validated([one for _, one in found]), strict=False):
        for place, level, says in notes:
            if level in ("ERROR", "WARNING"):
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
        rows = json.loads(ran.stdout.rstrip().rpartition("\n")[2])
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return []
    return [[(one["path"], one["level"], one["errorMessage"]) for one in row] for row in rows]


@lru_cache
def _module() -> str:
    folders = [Path(skill.__file__).parents[1] / "node_modules"]
    folders += [Path(one) for one in os.environ.get("NODE_PATH", "").split(os.pathsep) if one]
    if (npm := shutil.which("npm")) and not any((one / _NAME).is_dir() for one in folders):
        ran = subprocess.run([npm, "root", "--global"], capture_output=True, text=True)
        folders += [Path(ran.stdout.strip())] if ran.stdout.strip() else []
    return next((str(one / _NAME) for one in folders if (one / _NAME).is_dir()), "")


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
