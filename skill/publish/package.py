"""The package that goes to the store: what `leg-day package` writes.

    ask-resources.json                              where ask-cli finds the rest
    skill-package/skill.json                        the manifest
    skill-package/interactionModels/custom/*.json   one model a locale
    skill-package/assets/*.png                      the icons
    lambda.zip                                      the code

The layout is ask-cli's, version 2.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.alexa.interaction_model import as_json
from skill.publish import bundle, listing

_RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
}


def write(out: Path, site: str | None = None, endpoint: str | None = None) -> Iterator[str]:
    """Write the whole package into the folder `out`, yielding a line for each part that is done.

    `site` and `endpoint` are as in `listing.manifest`. Raises `ListingError` for a wrong one,
    `BundleError` where the code cannot be packed, and OSError where nothing can be written. What
    an earlier package left in `out` is replaced; nothing else there is touched.
    """
    manifest = listing.manifest(site, endpoint)
    bundle.entry_point()  # what is missing is missed before anything is written
    out.mkdir(parents=True, exist_ok=True)
    _write_json(out / "ask-resources.json", _RESOURCES)
    yield f"{out}/ask-resources.json"
    store = out / "skill-package"
    shutil.rmtree(store, ignore_errors=True)
    yield from _write_skill_package(store, manifest)
    files = bundle.write(out / "lambda.zip")
    size = (out / "lambda.zip").stat().st_size / 1e6
    yield f"{out}/lambda.zip: {files} files, {size:.1f} MB, for {bundle.RUNTIME}"
    if not site:
        placeholder = listing.read_listing()["site"]
        yield f"privacy and terms: {placeholder} is a placeholder, give your own with --site"
    if not endpoint:
        yield "endpoint: none yet, give the function's ARN or your https address with --endpoint"


def _write_skill_package(store: Path, manifest: dict[str, Any]) -> Iterator[str]:
    models = store / "interactionModels" / "custom"
    models.mkdir(parents=True)
    _write_json(store / "skill.json", manifest)
    yield f"{store}/skill.json"
    for locale in manifest["manifest"]["publishingInformation"]["locales"]:
        (models / f"{locale}.json").write_text(as_json(locale), "utf-8")
        yield f"{models}/{locale}.json"
    shutil.copytree(listing.ASSETS, store / "assets", ignore=shutil.ignore_patterns("*.svg"))
    yield f"{store}/assets: {', '.join(listing.ICONS.values())}"


def _write_json(path: Path, document: dict[str, Any]) -> None:
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", "utf-8")
