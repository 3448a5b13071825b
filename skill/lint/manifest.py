"""Rules for the manifest against its specification (manifest.toml): properties, values, lengths."""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.lint.finding import Finding, data, meant
from skill.lint.located import Table, Text
from skill.lint.package import Package, child

_KEYED = ("locales", "regions")  # whose keys are locales and regions, not properties
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield the properties, values and lengths that the specification does not allow."""
    if package.manifest is None:
        return
    spec = data("manifest")
    for place, value, line in _places(child(package.manifest, "manifest"), "", 1):
        for rule, says in _faults(spec, place, value):
            yield Finding(rule, package.manifest_file, line, says)
        if isinstance(value, Table):
            for rule, key, says in _properties(spec["properties"].get(place), place, value):
                yield Finding(rule, package.manifest_file, getattr(key, "line", line), says)


def _faults(spec: Mapping[str, Any], place: str, value: Any) -> Iterator[tuple[str, str]]:
    if place in spec["values"]:
        known, name = spec["values"][place], place.rpartition(".")[2]
        if not isinstance(value, Text):
            if value is not None:
                yield "manifest-value", f"{name} is {value!r}, not text"
        elif value not in known:
            yield "manifest-value", f'{name} is "{value}"{meant(value, known, 0.75)}'
    if place in spec["open"] and isinstance(value, Text):
        known, name = spec["open"][place], place.rpartition(".")[2]
        if value and value not in known:
            yield "manifest-value-unlisted", f'{name} is "{value}"{meant(value, known, 0.75)}'
    if place in spec["flags"]["places"] and not isinstance(value, bool):
        yield "manifest-value", f"{place.rpartition('.')[2]} is {value!r}, not true or false"
    longest = spec["longest"].get(place)
    if longest and isinstance(value, Text | list) and len(value) > longest:
        what = "characters" if isinstance(value, Text) else "items"
        name = place.rpartition(".")[2].removesuffix("[]")
        yield (
            "manifest-length",
            f"{name}: {len(value):,} {what}, and at most {longest:,} are allowed",
        )
    most = spec["most"].get(place)
    if most and isinstance(value, int) and not isinstance(value, bool) and value > most:
        yield "manifest-value", f"{place.rpartition('.')[2]} is {value}, more than {most}"


def _properties(
    known: list[str] | None, place: str, table: Table
) -> Iterator[tuple[str, str, str]]:
    where = place.removesuffix(".*").rpartition(".")[2] or "the manifest"
    for key in table if known else ():
        if known and key not in known:
            known_as = meant(key, [one for one in known if one not in table], 0.75)
            rule = "manifest-property" if known_as else "manifest-property-unlisted"
            yield rule, key, f'{where} has "{key}"{known_as}'


def _places(value: Any, place: str, line: int) -> Iterator[tuple[str, Any, int]]:
    """Yield every (place, value, line), as in "publishingInformation.locales.*.keywords[]"."""
    line = getattr(value, "line", line)
    yield place, value, line
    if isinstance(value, Table):
        keyed = place.rpartition(".")[2] in _KEYED
        for key, inner in value.items():
            name = "*" if keyed else key
            yield from _places(inner, f"{place}.{name}".lstrip("."), line)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner, f"{place}[]", line)
