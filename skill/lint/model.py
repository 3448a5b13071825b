"""An interaction model as the rules see it, every part with its line.

reading.py makes it of a parsed file.
"""

from dataclasses import dataclass, field

from skill.lint.located import Text


@dataclass(slots=True)
class Slot:
    """A slot of an intent."""

    name: Text
    type: Text
    samples: list[Text]


@dataclass(slots=True)
class Intent:
    """An intent with its slots and samples."""

    name: Text
    slots: list[Slot]
    samples: list[Text]

    @property
    def built_in(self) -> bool:
        """Whether it is one of Amazon's."""
        return self.name.startswith("AMAZON.")


@dataclass(slots=True)
class Value:
    """A value of a slot type: its id, if it has one, and the ways to say it."""

    id: Text | None
    name: Text
    synonyms: list[Text]

    @property
    def phrases(self) -> list[Text]:
        """The name, then the synonyms."""
        return [self.name, *self.synonyms]


@dataclass(slots=True)
class SlotType:
    """A custom slot type, or values added to one of Amazon's."""

    name: Text
    values: list[Value]
    supplied: bool  # its values come from a catalog


@dataclass(slots=True, eq=False)
class Model:
    """The interaction model of one locale."""

    locale: str
    file: str
    size: int  # bytes
    line: int = 1
    invocation: Text | None = None
    intents: list[Intent] = field(default_factory=list)
    types: list[SlotType] = field(default_factory=list)
    in_dialog: set[tuple[str, str]] = field(default_factory=set)  # (intent, slot) that is asked for
    misshapen: list[tuple[int, str]] = field(default_factory=list)  # (line, what is expected)

    @property
    def language(self) -> str:
        """The locale's language, as in "en"."""
        return self.locale.partition("-")[0]
