"""What a project asks of the linter: leg-day.toml, or [tool.leg-day.check] in pyproject.toml.

select = ["all"]                       # the quiet rules too; or the only rules to look at
ignore = ["invocation-one-word"]
stage = "build"                        # leave out what only certification refuses
baseline = "leg-day-baseline.json"
[per-locale-ignores]
"ja-JP" = ["example-first"]
[per-file-ignores]
"skill-package/skill.json" = ["icon-missing"]
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from skill.lint import baseline
from skill.lint.finding import BadPackageError, Finding, rules
from skill.lint.locales import LOCALES, locale_of

STAGES = ("build", "submit")
_LISTS = ("select", "ignore")
_TABLES = ("per-locale-ignores", "per-file-ignores")


@dataclass(frozen=True, slots=True)
class Config:
    """What is looked at. With nothing selected, all rules but the quiet ones are."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stage: str = "submit"
    baseline: str = ""
    locales: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def wanted(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are to be shown."""
        return [one for one in findings if self._wants(one)]

    def new(self, findings: list[Finding]) -> list[Finding]:
        """Return the findings that are not in the baseline, if there is one."""
        return baseline.without(Path(self.baseline), findings) if self.baseline else findings

    def narrowed(self, **options: str | None) -> "Config":
        """Return this with what the command line says: names of rules with commas between.

        Raises `BadPackageError` for a rule that is none.
        """
        said: dict[str, Any] = {name: text for name, text in options.items() if text}
        for name in said.keys() & set(_LISTS):
            rules = [rule.strip() for rule in said[name].split(",") if rule.strip()]
            said[name] = known(rules, f"--{name}")
        return replace(self, **{**said, "ignore": (*self.ignore, *said.get("ignore", ()))})

    def _wants(self, finding: Finding) -> bool:
        rule = finding.about
        if self.stage == "build" and rule.severity == "submit":
            return False
        chosen = not rule.quiet and not self.select
        chosen |= rule.id in self.select or "all" in self.select
        locales = [set(self.locales.get(one, ())) for one in _locales(finding)]
        ignored = {*self.ignore, *set.intersection(*locales)}
        for pattern, more in self.files.items():
            if fnmatch(finding.file, pattern) or fnmatch(finding.file, f"*/{pattern}"):
                ignored.update(more)
        return chosen and rule.id not in ignored


def load(folder: Path) -> Config:
    """Return the configuration in a folder; the default one where there is none.

    Raises `BadPackageError` for one that cannot be read.
    """
    for name in ("leg-day.toml", "pyproject.toml"):
        if (path := folder / name).is_file():
            try:
                table: Any = tomllib.loads(path.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
                raise BadPackageError(f"{path}: not TOML: {fault}") from None
            for key in ("tool", "leg-day", "check") if name == "pyproject.toml" else ():
                table = table.get(key, {}) if isinstance(table, dict) else {}
            if table or name == "leg-day.toml":
                return _config(path, table)
    return Config()


def known(names: Iterable[str], where: str) -> tuple[str, ...]:
    """Return names of rules. Raises `BadPackageError` for one that is none."""
    for name in names:
        if name not in rules() and name != "all":
            raise BadPackageError(f"{where}: no rule {name!r}; --explain all lists them")
    return tuple(names)


def _config(path: Path, table: Any) -> Config:
    if not isinstance(table, dict):
        raise BadPackageError(f"{path}: [tool.leg-day.check] is not a table")
    allowed = (*_LISTS, *_TABLES, "stage", "baseline")
    if wrong := [key for key in table if key not in allowed]:
        raise BadPackageError(f"{path}: {wrong[0]!r} is none of {', '.join(allowed)}")
    if table.get("stage", "submit") not in STAGES:
        raise BadPackageError(f"{path}: stage is {table['stage']!r}, not build or submit")
    if not isinstance(table.get("baseline", ""), str):
        raise BadPackageError(f"{path}: baseline is no name of a file")
    lists = {key: _names(path, key, table.get(key, [])) for key in _LISTS}
    tables = {key: _by_name(path, key, table.get(key, {})) for key in _TABLES}
    return Config(
        **lists,
        stage=table.get("stage", "submit"),
        baseline=table.get("baseline", ""),
        locales=tables["per-locale-ignores"],
        files=tables["per-file-ignores"],
    )


def _by_name(path: Path, key: str, table: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise BadPackageError(f"{path}: {key} is not a table")
    return {name: _names(path, f"{key}.{name}", names) for name, names in table.items()}


def _names(path: Path, key: str, names: Any) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadPackageError(f"{path}: {key} is not a list of rules")
    return known(names, str(path))


def _locales(finding: Finding) -> list[str]:
    """The locales of a finding: what it says begins with them, or its file is a locale's."""
    said = finding.says.partition(":")[0].split(", ")
    return said if LOCALES.issuperset(said) else [locale_of(finding.file)]
