"""Rules for the icons. Only those that lie in the package are opened."""

from collections.abc import Iterator
from pathlib import Path

from skill.lint.finding import Finding
from skill.lint.package import Package, child

_SIZES = {"smallIconUri": 108, "largeIconUri": 512}
_PNG = b"\x89PNG\r\n\x1a\n"
_IN_PACKAGE = "file://"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the icons of every listed locale."""
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in locales:
        page = child(locales, locale)
        for key, pixels in _SIZES.items():
            uri = page.get(key)
            line = getattr(uri, "line", page.line)
            for rule, says in _faults(package.assets, str(uri or ""), pixels):
                yield Finding(rule, package.manifest_file, line, f"{locale}: {key} {says}")


def _faults(assets: Path, uri: str, pixels: int) -> Iterator[tuple[str, str]]:
    if not uri:
        yield "icon-missing", "is missing"
        return
    if not uri.startswith(_IN_PACKAGE):
        return  # an address elsewhere, which is not fetched
    path = assets / uri.removeprefix(_IN_PACKAGE).lstrip("/")
    if not path.is_file():
        yield "icon-missing", f"names no file: {uri}"
        return
    head = path.read_bytes()[:24]
    # A PNG begins with its signature and the IHDR chunk, which begins with width and height.
    if not head.startswith(_PNG) or len(head) < 24:
        yield "icon-format", f"is no PNG: {uri}"
        return
    width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
    if (width, height) != (pixels, pixels):
        yield "icon-size", f"is {width} x {height} pixels, not {pixels} x {pixels}: {uri}"
