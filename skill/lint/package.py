"""A skill package as the rules see it, and how its files are read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from skill.alexa.interaction_model import build, compact
from skill.lint import discovery, located
from skill.lint.discovery import MANIFEST, Source
from skill.lint.finding import BadPackageError, Finding
from skill.lint.locales import LOCALES, language_in, locale_of
from skill.lint.located import Table, empty
from skill.lint.lookslike import looks_like
from skill.lint.model import Model
from skill.lint.reading import read_model
from skill.publish import listing

_MANIFEST_KEYS = ("manifest", "skillManifest")
_CONVERSATIONS = "AMAZON.Conversations"
_LARGEST = 4_000_000  # bytes of a file; more than twice what a model may have


@dataclass(frozen=True, slots=True)
class Package:
    """What there is to check. `manifest` is None where only models were given."""

    manifest: Table | None
    manifest_file: str
    models: Mapping[str, Model]  # locale, or the file's name where it tells none -> model
    documents: Mapping[str, Any]  # file -> what was read from it
    source: Source  # where it lies
    faults: Sequence[Finding] = field(default=())  # files that could not be read

    @property
    def assets(self) -> Path:
        """What the addresses of icons, file://..., are relative to."""
        return self.source.root

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of skill, as the manifest's apis name them: custom, smartHome, ..."""
        return frozenset(child(self.manifest, "manifest", "apis"))

    @property
    def custom(self) -> bool:
        """Whether it is a skill with models; also where no manifest says what it is."""
        return "custom" in self.kinds or not self.kinds

    @property
    def component(self) -> bool:
        """Whether it is a part that other skills take in: models without invocation name."""
        return self.manifest is None and all(not one.invocation for one in self.models.values())

    @property
    def conversations(self) -> bool:
        """Whether Alexa Conversations leads some of the dialog, in files that are not read."""
        managers = child(self.manifest, "manifest", "apis", "custom", "dialogManagement")
        root = self.source.root
        folders = (root / "conversations", root / "response" / "prompts")
        named = _CONVERSATIONS in repr(managers.get("dialogManagers"))
        return named or any(folder.is_dir() and any(folder.iterdir()) for folder in folders)


def load(path: Path, locale: str = "") -> list[Package]:
    """Read the packages in a folder, or the manifest or the model in a file.

    A folder is an ask-cli project, its skill-package, any folder of models, or has such folders
    below. `locale` is for models whose files tell none. Raises `BadPackageError` where there is
    nothing to check.
    """
    if not path.exists():
        raise BadPackageError(f"{path}: no such file or folder")
    if path.is_file():
        return [_file(path, locale)]
    found = [_package(source, locale) for source in discovery.find(path)]
    kept = [one for one in found if one.manifest is not None or one.models or _unread(one)]
    if not kept:
        meant = f"; {found[0].faults[0].file}: {found[0].faults[0].says}" if found else ""
        raise BadPackageError(
            f"{path}: no {MANIFEST} and no interaction model in it, nor in a folder below{meant}"
        )
    return kept


def stdin(words: str, locale: str = "") -> Package:
    """Return the package whose manifest or model came on standard input."""
    nowhere = Path("<stdin>")
    return _one("<stdin>", words, Source(nowhere, nowhere, nowhere, None, ()), locale)


def own() -> Package:
    """Return the package of this very skill, as `leg-day package` writes it.

    Its models are read with a line for each sample, so that findings tell which.
    """
    texts = {MANIFEST: json.dumps(listing.manifest(), indent=2)}
    sizes = {}
    for locale in listing.read_listing()["locales"]:
        model = build(locale)
        sizes[locale] = len(compact(model).encode())
        texts[f"interaction_model/{locale}.json"] = json.dumps(model, indent=0)
    found = read(texts, listing.ASSETS.parent)
    models = {locale: replace(found.models[locale], size=sizes[locale]) for locale in sizes}
    return replace(found, models=models)


def read(texts: Mapping[str, str], root: Path, locale: str = "") -> Package:
    """Make a package of its files' texts; assets are under `root`."""
    return _read(texts, Source(root, root, root, None, ()), locale)


def parsed(file: str, words: str) -> Any:
    """Return what a JSON text holds; the finding where it is none."""
    try:
        return located.read(words)
    except ValueError as fault:
        line, _, reason = str(fault).removeprefix("line ").partition(": ")
        return Finding("unreadable", file, int(line), f"not JSON: {reason}")
    except RecursionError:
        return Finding("unreadable", file, 1, "not JSON: nested too deep")


def child(table: object, *path: str) -> Table:
    """Return a table inside tables; an empty one on the last line known where there is none."""
    for key in path:
        found = table.get(key) if isinstance(table, Table) else None
        table = found if isinstance(found, Table) else empty(getattr(table, "line", 1))
    assert isinstance(table, Table)
    return table


def tables(value: Any) -> Iterator[Table]:
    """Yield every table of a document."""
    if isinstance(value, Table):
        yield value
    inner = value.values() if isinstance(value, dict) else value
    for item in inner if isinstance(value, dict | list) else ():
        yield from tables(item)


def _unread(package: Package) -> bool:
    """Whether something may be a model or a manifest, and cannot be read."""
    return any(fault.rule != "model-schema" for fault in package.faults)


def _file(path: Path, locale: str) -> Package:
    if path.name == MANIFEST:
        sources = [one for one in discovery.find(path.parent) if one.manifest == path]
        if sources:
            return _package(sources[0], locale)
    source = Source(path.parent, path.parent, path.parent, None, ())
    try:
        words = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadPackageError(f"{path}: not UTF-8 text") from None
    return _one(str(path), words, source, locale)


def _one(file: str, words: str, source: Source, locale: str) -> Package:
    """The package of a file that was given by itself: it has to be one of ours."""
    found = _read({file: words}, source, locale, alone=True)
    if found.manifest is None and not found.models and not found.faults:
        kind = looks_like(found.documents[file])
        raise BadPackageError(
            f"{file}: neither an interaction model nor a skill manifest: it looks like {kind}"
        )
    if found.faults and not file.endswith(".json"):
        raise BadPackageError(f"{file}: {found.faults[0].says}")
    return found


def _package(source: Source, locale: str) -> Package:
    texts: dict[str, str] = {}
    faults = []
    for path in filter(None, (source.manifest, *source.models)):
        try:
            if not discovery.is_inside(path, source.inside):
                faults.append(Finding("path-outside", str(path), 1, "leads out of the folder"))
            elif path.stat().st_size > _LARGEST:
                says = f"the model has {path.stat().st_size:,} bytes; it was not read"
                faults.append(Finding("model-size", str(path), 1, says))
            else:
                texts[str(path)] = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as fault:
            reason = "not UTF-8 text" if isinstance(fault, ValueError) else str(fault.strerror)
            faults.append(Finding("unreadable", str(path), 1, reason))
    found = _read(texts, source, locale)
    return replace(found, faults=(*faults, *found.faults))


def _read(texts: Mapping[str, str], source: Source, locale: str, alone: bool = False) -> Package:
    documents: dict[str, Any] = {}
    faults = []
    for file, words in texts.items():
        found = parsed(file, words)
        if isinstance(found, Finding):
            faults.append(found)
        else:
            documents[file] = found
    manifest, manifest_file = _manifest(documents)
    listed = child(manifest, "manifest", "publishingInformation", "locales")
    models: dict[str, Model] = {}
    for file, document in documents.items():
        if isinstance(document, Table) and "interactionModel" in document:
            code = locale_of(file, listed) or locale
            model = read_model(code, file, document, len(texts[file].encode()))
            if code not in LOCALES:
                model.said_in = language_in(s for i in model.intents for s in i.samples)
            models[code if code and code not in models else file] = model
        elif document is not manifest and not alone:
            says = f"neither a model nor a manifest: it looks like {looks_like(document)}"
            faults.append(Finding("model-schema", file, 1, says))
    return Package(manifest, manifest_file, models, documents, source, faults)


def _manifest(documents: Mapping[str, Any]) -> tuple[Table | None, str]:
    for file, document in documents.items():
        if isinstance(document, Table) and not document.keys().isdisjoint(_MANIFEST_KEYS):
            # ask-cli 1 called it so; the rules know the name of today.
            document.setdefault("manifest", document.get("skillManifest"))
            return document, file
    return None, MANIFEST
