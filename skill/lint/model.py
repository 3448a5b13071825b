"""An interaction model as the rules see it, every part with its line.

reading.py makes it of a parsed file.
"""

from dataclasses import dataclass, field

from skill.lint.located import Table, Text, tables_in


@dataclass(slots=True)
class Slot:
    """A slot of an intent; `type` is None where it refers to a type of a shared library."""

    name: Text
    type: Text | None
    samples: list[Text]
    many: bool = False  # whether it collects several values


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

    locale: str  # "" where nothing tells
    file: str
    size: int  # bytes
    line: int = 1
    invocation: Text | None = None
    intents: list[Intent] = field(default_factory=list)
    types: list[SlotType] = field(default_factory=list)
    dialog: Table | None = None
    prompts: list[Table] = field(default_factory=list)
    sensitivity: Text | None = None  # of the FallbackIntent
    misshapen: list[tuple[int, str]] = field(default_factory=list)  # (line, what is expected)
    said_in: str = ""  # the language that the samples seem to be in, where no locale tells

    @property
    def language(self) -> str:
        """Its language, as in "en"; "" where nothing tells."""
        return self.said_in or self.locale.partition("-")[0]

    @property
    def asked_for(self) -> set[tuple[str, str]]:
        """The (intent, slot) that the dialog knows."""
        rows = self.dialog.get("intents") if self.dialog else None
        return {
            (str(row.get("name")), str(slot.get("name")))
            for row in tables_in(rows)
            for slot in tables_in(row.get("slots"))
        }
