"""Rules for the icons. Only those that lie in the package are opened."""

from collections.abc import Iterator

from skill.lint.discovery import is_inside
from skill.lint.finding import Finding, by_cause
from skill.lint.package import Package, child

_SIZES = {"smallIconUri": 108, "largeIconUri": 512}
_PNG = b"\x89PNG\r\n\x1a\n"
_IN_PACKAGE = "file://"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the icons of every listed locale; one finding for one cause."""
    yield from by_cause(package.manifest_file, _faults_of(package))


def _faults_of(package: Package) -> Iterator[tuple[str, str, int, str]]:
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in locales:
        page = child(locales, locale)
        if lacking := [key for key in _SIZES if not page.get(key)]:
            says = f"there is no {' and no '.join(lacking)}"
            yield "icon-missing", locale, page.line, says
        for key, pixels in _SIZES.items():
            uri = page.get(key)
            for rule, says in _faults(package, str(uri), pixels) if uri else ():
                yield rule, locale, getattr(uri, "line", page.line), f"{key} {says}"


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
