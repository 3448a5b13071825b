"""JSON files of a skill package beside its manifest and models, read once they are asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.lint import discovery
from skill.lint.finding import Finding
from skill.lint.package import Package, parsed

# Of ask-cli's skill package, and where skills keep their APL.
_PLACES = (
    *("accountLinking.json", "accountLinking/*.json", "isps/**/*.json", "isp/**/*.json"),
    *("response/**/*.json", "conversations/**/*.json", "events/*.json"),
)
_LARGEST = 1_000_000  # bytes; what is larger is no document of these kinds


def documents(package: Package) -> Iterator[tuple[Path, Any]]:
    """Yield (path, what it holds), and (path, Finding) for what cannot be read."""
    source = package.source
    if package.manifest is None or not source.root.is_dir():
        return
    paths = dict.fromkeys(
        path
        for place in _PLACES
        for root in (source.root, source.project)
        for path in sorted(root.glob(place))
    )
    for path in paths:
        if not path.is_file() or not discovery.is_inside(path, source.inside):
            continue
        if path.stat().st_size > _LARGEST:
            continue
        try:
            yield path, parsed(str(path), path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            yield path, Finding("unreadable", str(path), 1, "not UTF-8 text")
