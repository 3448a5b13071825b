"""Rules for the icons. Only those that lie in the package are opened."""

from collections.abc import Iterator

from skill.lint.discovery import is_inside
from skill.lint.finding import Finding
from skill.lint.package import Package, child

_SIZES = {"smallIconUri": 108, "largeIconUri": 512}
_PNG = b"\x89PNG\r\n\x1a\n"
_IN_PACKAGE = "file://"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the icons of every listed locale; one finding for one cause."""
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    lacking: dict[str, list[str]] = {}
    faults: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for locale in locales:
        page = child(locales, locale)
        for key, pixels in _SIZES.items():
            uri = page.get(key)
            if not uri:
                lacking.setdefault(key, []).append(locale)
                continue
            line = getattr(uri, "line", page.line)
            for rule, says in _faults(package, str(uri), pixels):
                faults.setdefault((rule, f"{key} {says}"), []).append((locale, line))
    causes: dict[tuple[str, ...], list[str]] = {}
    for key, where in lacking.items():
        causes.setdefault(tuple(where), []).append(key)
    for missing, keys in causes.items():
        line = child(locales, missing[0]).line
        says = f"{', '.join(missing)}: there is no {' and no '.join(keys)}"
        yield Finding("icon-missing", package.manifest_file, line, says)
    for (rule, says), places in faults.items():
        names = ", ".join(locale for locale, _ in places)
        yield Finding(rule, package.manifest_file, places[0][1], f"{names}: {says}")


def _faults(package: Package, uri: str, pixels: int) -> Iterator[tuple[str, str]]:
    if not uri.startswith(_IN_PACKAGE):
        return  # an address elsewhere, which is not fetched
    path = package.assets / uri.removeprefix(_IN_PACKAGE).lstrip("/")
    if not is_inside(path, package.assets):
        yield "path-outside", f"leads out of the package: {uri}"
        return
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
