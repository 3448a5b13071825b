"""Where the skills are: in a file, a project, a folder of models, or anywhere below a folder.

Nothing outside the folder that was given is opened, whatever a file in it names.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.lint import located
from skill.lint.located import Table

MANIFEST = "skill.json"
_RESOURCES = "ask-resources.json"
# Beside or under each other, as ask-cli 2, ask-cli 1 and others lay them out.
_MANIFESTS = ("skill-package", "skillPackage", "skillManifest", "skill-manifest", "manifest")
_MODELS = (
    *("interactionModels/custom", "interactionModels", "interactionModel", "interaction-model"),
    *("interaction-models", "interaction_model", "interaction_models", "models", "."),
)
_NOT_OURS = {"node_modules", "venv", "__pycache__", "site-packages", "build", "dist", "target"}
_LARGEST = 4_000_000  # bytes; what is larger is not read to see what it is


@dataclass(frozen=True, slots=True)
class Source:
    """The files of one skill."""

    inside: Path  # nothing outside it is opened
    root: Path  # the skill package; addresses of icons are relative to it
    project: Path  # where the code and the ask-cli files are
    manifest: Path | None
    models: tuple[Path, ...]


def find(folder: Path) -> list[Source]:
    """Return the skills in a folder, or, where it is none itself, in the folders below."""
    sources: list[Source] = []
    taken: set[Path] = set()
    for here, below, _ in os.walk(folder):
        found = _at(Path(here), folder) if Path(here) not in taken else []
        sources += found
        taken |= {path.parent for one in found for path in one.models}
        if any(one.manifest for one in found):
            below.clear()
        below[:] = sorted(one for one in below if one not in _NOT_OURS and one[0] != ".")
    return sources


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, is in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link in a circle
        return False


def peek(path: Path) -> object:
    """Return what a JSON file holds, None where it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return located.read(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None


def _at(folder: Path, inside: Path) -> list[Source]:
    roots = list(dict.fromkeys(_profiles(folder)))
    if not roots:
        roots = [folder / "skill-package"] if (folder / "skill-package").is_dir() else [folder]
    found = (_source(root, folder, inside) for root in roots if is_inside(root, inside))
    return [source for source in found if source]


def _profiles(folder: Path) -> Iterator[Path]:
    """Yield the skill packages that the profiles of ask-resources.json name."""
    resources = peek(folder / _RESOURCES) if (folder / _RESOURCES).is_file() else None
    profiles = resources.get("profiles") if isinstance(resources, Table) else None
    for profile in profiles.values() if isinstance(profiles, Table) else ():
        metadata = profile.get("skillMetadata") if isinstance(profile, Table) else None
        place = metadata.get("src") if isinstance(metadata, Table) else None
        if isinstance(place, str) and (folder / place).is_dir():
            yield Path(os.path.normpath(folder / place))


def _source(root: Path, project: Path, inside: Path) -> Source | None:
    manifests = (root / MANIFEST, *(root / name / MANIFEST for name in _MANIFESTS))
    manifest = next((path for path in manifests if path.is_file() and _is_manifest(path)), None)
    models = next(filter(None, (_models(root / place, place) for place in _MODELS)), ())
    if (
        manifest is None
        and models
        and (root / MANIFEST).is_file()
        and root / MANIFEST not in models
    ):
        manifest = root / MANIFEST  # meant as one, and told what it lacks
    if manifest is None and not models:
        return None
    if manifest is not None and manifest.parent != root and not models:
        return None
    return Source(inside, root, project, manifest, models)


def _models(folder: Path, place: str) -> tuple[Path, ...]:
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if place.endswith("custom"):
        return tuple(paths)
    if place == ".":
        paths = [path for path in paths if path.name != MANIFEST or not _is_manifest(path)]
    return tuple(path for path in paths if _is_model(path))


def _is_model(path: Path) -> bool:
    return _mentions(path, b'"interactionModel"', b'"languageModel"')


def _is_manifest(path: Path) -> bool:
    return _mentions(path, b'"manifest"', b'"skillManifest"')


def _mentions(path: Path, *words: bytes) -> bool:
    try:
        text = path.read_bytes()
    except OSError:
        return True  # so that it is reported
    return any(word in text for word in words) or b"\0" in text
