"""A skill package as the rules see it, and where its files are found."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.alexa.interaction_model import build
from skill.lint import located
from skill.lint.finding import BadPackageError
from skill.lint.located import Table
from skill.lint.model import Model
from skill.lint.reading import read_model
from skill.publish import icons, listing

_MANIFEST = "skill.json"
_MANIFEST_KEYS = ("manifest", "skillManifest")
# Where the models lie under a skill package: ask-cli version 2, version 1, this repository, loose.
_MODELS = ("interactionModels/custom", "models", "interaction_model", ".")


@dataclass(frozen=True, slots=True)
class Package:
    """What there is to check. `manifest` is None where only models were given."""

    manifest: Table | None
    manifest_file: str
    models: Mapping[str, Model]  # locale -> model
    documents: Mapping[str, Any]  # file -> what was read from it
    assets: Path  # what the addresses of icons, file://..., are relative to


def load(path: Path) -> Package:
    """Read the package in a folder, or the model in a file.

    A folder is an ask-cli project, its skill-package, or any folder of models. Raises
    `BadPackageError` where there is nothing to check or a file is not JSON.
    """
    if not path.exists():
        raise BadPackageError(f"{path}: no such file or folder")
    if path.is_file() and path.name != _MANIFEST:
        return read({str(path): _read(path)}, path.parent)
    root = path if path.is_dir() else path.parent
    root = root / "skill-package" if (root / "skill-package").is_dir() else root
    files = [root / _MANIFEST] if (root / _MANIFEST).is_file() else []
    files += next(filter(None, (sorted((root / place).glob("*.json")) for place in _MODELS)), [])
    found = read({str(file): _read(file) for file in dict.fromkeys(files)}, root)
    if found.manifest is None and not found.models:
        raise BadPackageError(f"{path}: no {_MANIFEST} and no interaction model in it")
    return found


def own() -> Package:
    """Return the package of this very skill, as `leg-day package` writes it."""
    texts = {_MANIFEST: json.dumps(listing.manifest(), indent=2)}
    for locale in listing.read_listing()["locales"]:
        texts[f"interaction_model/{locale}.json"] = json.dumps(build(locale), indent=2)
    return read(texts, icons.FOLDER.parent)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadPackageError(f"{path}: not UTF-8 text") from None


def read(texts: Mapping[str, str], assets: Path) -> Package:
    """Make a package of its files' texts. Raises `BadPackageError` for what is not JSON."""
    documents = {file: _parse(file, words) for file, words in texts.items()}
    manifest: Table | None = None
    manifest_file, models = _MANIFEST, {}
    for file, document in documents.items():
        if isinstance(document, Table) and "interactionModel" in document:
            locale = Path(file).stem
            models[locale] = read_model(locale, file, document, len(texts[file].encode()))
        elif isinstance(document, Table) and not document.keys().isdisjoint(_MANIFEST_KEYS):
            manifest, manifest_file = document, file
            # ask-cli 1 called it so; the rules know the name of today.
            manifest.setdefault("manifest", document.get("skillManifest"))
    return Package(manifest, manifest_file, models, documents, assets)


def _parse(file: str, words: str) -> Any:
    try:
        return located.read(words)
    except ValueError as fault:
        raise BadPackageError(f"{file}: not JSON: {fault}") from None
    except RecursionError:
        raise BadPackageError(f"{file}: nested too deep") from None


def child(table: object, *path: str) -> Table:
    """Return a table inside tables; an empty one on the last line known where there is none."""
    for key in path:
        found = table.get(key) if isinstance(table, Table) else None
        if not isinstance(found, Table):
            found = Table()
            found.line, found.repeated = getattr(table, "line", 1), []
        table = found
    assert isinstance(table, Table)
    return table


def tables(value: Any) -> Iterator[Table]:
    """Yield every table of a document."""
    if isinstance(value, Table):
        yield value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from tables(item)
