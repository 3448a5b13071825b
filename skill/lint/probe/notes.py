"""Collecting findings: the same fault of the same request is one, with all its locales."""

from dataclasses import dataclass, field
from pathlib import Path

from skill.lint.probe.finding import Found


@dataclass(slots=True)
class _Noted:
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
        """Note that a request broke a rule; the first locale's words are kept."""
        place = shown(Path(file)) if file else shown(self.file)
        noted = self._noted.setdefault((rule, asked), _Noted([], says, place, line))
        if locale not in noted.locales:
            noted.locales.append(locale)

    def findings(self) -> list[Found]:
        """Return what was noted, in the order in which it was."""
        return [
            Found(rule, one.file, one.line, f"{', '.join(one.locales)}: {asked}: {one.says}")
            for (rule, asked), one in self._noted.items()
        ]


def shown(file: Path) -> str:
    """Return a path as findings name it: from here, where it lies below."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
