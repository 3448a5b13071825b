"""Faults of models: the rule, and what plants one. What is found is in faults.txt."""

from typing import Any

from tests.lint.sound import Fault, named


def _two_locales_one_intent_short(skill: Any) -> None:
    skill.add("en-GB")
    del skill.models["en-GB"]["interactionModel"]["languageModel"]["intents"][1]


def _a_locale_more(skill: Any) -> None:
    skill.add("en-GB")
    del skill.models["en-GB"]


def _a_model_more(skill: Any) -> None:
    skill.add("en-GB")
    del skill.publishing["locales"]["en-GB"]


def _twice(data: bytes) -> bytes:
    return data.replace(b'"invocationName"', b'"invocationName": "tea",\n"invocationName"')


FAULTS: list[Fault] = [
    ("key-repeated", lambda s: s.raw.update({"interactionModels/custom/en-US.json": _twice})),
    ("shape", lambda s: s.brew.update(samples="brew tea")),
    (
        "model-size",
        lambda s: s.raw.update(
            {"interactionModels/custom/en-US.json": lambda data: data + b" " * 1500000}
        ),
    ),
    ("locale-unknown", lambda s: s.publishing["locales"].update({"en-NZ": s.page})),
    ("model-missing", _a_locale_more),
    ("listing-missing", _a_model_more),
    ("intents-differ", _two_locales_one_intent_short),
    ("invocation-missing", lambda s: s.language.pop("invocationName")),
    ("invocation-length", named("tea timer for everybody who is fond of all the good teas")),
    ("invocation-characters", named("tea timer 2")),
    ("invocation-characters", named("Tea timer")),
    ("invocation-characters", named("tea & timer")),
    ("invocation-one-word", named("teapot")),
    ("invocation-little-word", named("the teapot")),
    ("invocation-place", named("san francisco")),
    ("invocation-launch-word", named("open teapot")),
    ("invocation-connecting-word", named("questions about tea")),
    ("invocation-wake-word", named("echo tea")),
    ("invocation-reserved", named("tea skill")),
    ("builtin-missing", lambda s: s.intents.pop(3)),
    ("fallback-missing", lambda s: s.intents.pop(6)),
    ("builtin-unknown", lambda s: s.intents[2].update(name="AMAZON.AidIntent")),
    ("intent-name", lambda s: s.water.update(name="Water2Intent")),
    ("intent-repeated", lambda s: s.intents.append(s.intents[2])),
    ("intent-empty", lambda s: s.water.update(samples=[])),
    ("slot-name", lambda s: s.water.update(slots=[{"name": "c-1", "type": "TEA"}])),
    ("slot-repeated", lambda s: s.brew["slots"].append({"name": "tea", "type": "TEA"})),
    ("slot-undeclared", lambda s: s.water["samples"].append("how hot is {tea}")),
    ("slot-unused", lambda s: s.water["slots"].append({"name": "tea", "type": "TEA"})),
    ("type-undefined", lambda s: s.brew["slots"][0].update(type="TEAS")),
    ("type-name", lambda s: s.tea.update(name="2TEA") or s.brew["slots"][0].update(type="2TEA")),
    ("type-repeated", lambda s: s.types.append(s.tea)),
    ("type-empty", lambda s: s.tea.update(values=[])),
    ("type-unused", lambda s: s.types.append({**s.tea, "name": "LEAF"})),
    ("value-empty", lambda s: s.tea["values"][0]["name"]["synonyms"].append(" ")),
    ("value-length", lambda s: s.tea["values"][0]["name"]["synonyms"].append("tea " * 40)),
    ("value-characters", lambda s: s.tea["values"][0]["name"]["synonyms"].append("green [tea]")),
    ("value-id-repeated", lambda s: s.tea["values"][1].update(id="green")),
    ("synonym-shared", lambda s: s.tea["values"][1]["name"]["synonyms"].append("Sencha")),
    ("synonym-repeated", lambda s: s.tea["values"][0]["name"]["synonyms"].append("green tea")),
]
