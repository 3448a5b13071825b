"""Faults of samples: the rule, and what plants one. What is found is in faults.txt."""

from typing import Any

from tests.lint.sound import Fault


def _water(*samples: str) -> Any:
    return lambda skill: skill.water["samples"].extend(samples)


def _brew(*samples: str) -> Any:
    return lambda skill: skill.brew["samples"].extend(samples)


def _query(*samples: str) -> Any:
    def plant(skill: Any) -> None:
        skill.water["slots"] = [
            {"name": "query", "type": "AMAZON.SearchQuery"},
            {"name": "tea", "type": "TEA"},
        ]
        skill.water["samples"] += ["tell me about {query}", "how hot is {tea}", *samples]

    return plant


def _meeting(skill: Any) -> None:
    skill.tea["values"] += [{"name": {"value": "hot"}}, {"name": {"value": "water"}}]
    skill.brew["samples"].append("{tea} water")
    skill.water["slots"] = [{"name": "tea", "type": "TEA"}]
    skill.water["samples"].append("hot {tea}")


FAULTS: list[Fault] = [
    ("sample-empty", _water("")),
    ("sample-braces", _brew("brew {tea")),
    ("sample-braces", _brew("brew { tea }")),
    ("sample-characters", _water("how hot is it?")),
    ("sample-digits", _brew("brew 2 cups")),
    ("sample-phrase-slot", _query("{query}")),
    ("sample-phrase-slot", _query("is {tea} {query}")),
    ("sample-repeated", _water("How hot is  the water")),
    ("sample-unheard", _water("exit")),
    ("sample-unheard", _water("alexa how hot")),
    ("sample-unheard", _water("open tea timer")),
    ("sample-shared", _water("what's the best way to brew tea")),
    ("sample-conflict", _meeting),
    ("sample-overlap", _water("how long does sencha take")),
    ("builtin-taken", _water("help me")),
]
