"""Collecting findings: one cause is one finding, with all its locales and phrases."""

from dataclasses import dataclass, field
from pathlib import Path

from skill.lint.finding import Finding


@dataclass(slots=True)
class _Noted:
    asked: list[str]
    locales: list[str]
    says: str
    file: str
    line: int


@dataclass(slots=True)
class Notes:
    """Findings so far, about a handler in this file."""

    file: Path
    _noted: dict[tuple[str, str], _Noted] = field(default_factory=dict)

    def add(
        self, rule: str, asked: str, locale: str, says: str, file: str = "", line: int = 1
    ) -> None:
        """Note that a request broke a rule; the words of the first one are kept.

        `asked` is in quotes where it is an example phrase: what holds of one, often holds of all.
        So does a fault, which names its `file` and `line`.
        """
        place = shown(Path(file)) if file else shown(self.file)
        key = rule, says if file else '"' if asked.startswith('"') else asked
        noted = self._noted.setdefault(key, _Noted([], [], says, place, line))
        noted.asked += [asked] if asked not in noted.asked else []
        noted.locales += [locale] if locale not in noted.locales else []

    def findings(self) -> list[Finding]:
        """Return what was noted, in the order in which it was."""
        return [
            Finding(
                rule, one.file, one.line, f"{', '.join(one.locales)}: {_named(one)}: {one.says}"
            )
            for (rule, _), one in self._noted.items()
        ]


def _named(noted: _Noted) -> str:
    first, *others = noted.asked
    return f"{first} and {len(others)} more" if others else first


def shown(file: Path) -> str:
    """Return a path as findings name it: from here, where it lies below."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
