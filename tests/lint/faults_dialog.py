"""Faults of dialogs, prompts and built-in types: the rule, and what plants one."""

from typing import Any

from tests.lint.sound import Fault, Skill


def _dialog(skill: Skill) -> Any:
    """A sound dialog: the tea is asked for."""
    asked = {
        "name": "tea",
        "type": "TEA",
        "elicitationRequired": True,
        "prompts": {"elicitation": "Elicit.Tea"},
    }
    skill.model["dialog"] = {
        "delegationStrategy": "ALWAYS",
        "intents": [{"name": "BrewIntent", "slots": [asked]}],
    }
    spoken = {"type": "PlainText", "value": "For {cups} cups, which tea?"}
    skill.model["prompts"] = [{"id": "Elicit.Tea", "variations": [spoken]}]
    return skill.model["dialog"]["intents"][0]


def _asked(**changes: Any) -> Any:
    return lambda skill: _dialog(skill)["slots"][0].update(changes)


def _intent(**changes: Any) -> Any:
    return lambda skill: _dialog(skill).update(changes)


def _prompt(**changes: Any) -> Any:
    return lambda skill: _dialog(skill) and skill.model["prompts"][0].update(changes)


def _spoken(**changes: Any) -> Any:
    def plant(skill: Skill) -> None:
        _dialog(skill)
        skill.model["prompts"][0]["variations"][0].update(changes)

    return plant


def _twice(skill: Skill) -> None:
    _dialog(skill)
    skill.model["prompts"] *= 2


def _slot(**slot: Any) -> Any:
    def plant(skill: Skill) -> None:
        skill.water["slots"] = [{"name": "where", "type": "TEA", **slot}]
        skill.water["samples"].append("how hot is {where}")

    return plant


def _fixed(skill: Skill) -> None:
    skill.types.append({"name": "AMAZON.NUMBER", "values": [{"name": {"value": "a lot"}}]})


def _in(skill: Skill, locale: str, name: str, water: str = "wie heiß ist das wasser") -> None:
    """The same skill for another locale, with one sample to say."""
    skill.models[locale] = skill.models.pop("en-US")
    for place in (skill.publishing, skill.privacy):
        place["locales"][locale] = place["locales"].pop("en-US")
    skill.language["invocationName"] = name
    skill.water["samples"] = [water]
    skill.brew["samples"] = ["brew {cups} {tea}"]
    skill.page["examplePhrases"] = [f"Alexa, {name}", water]


def _named(locale: str, name: str) -> Any:
    return lambda skill: _in(skill, locale, name)


def _asked_for(locale: str, name: str, water: str, phrase: str) -> Any:
    """An example phrase that asks for what the skill does not do: the weather."""

    def plant(skill: Skill) -> None:
        _in(skill, locale, name, water)
        skill.page["examplePhrases"].append(phrase)

    return plant


def _other_name(skill: Skill) -> None:
    _in(skill, "ja-JP", "お茶タイマー", "お湯の温度")
    skill.page["examplePhrases"] = ["アレクサ、コーヒータイマーを開いて"]


def _many(skill: Skill) -> None:
    _in(skill, "de-DE", "teestube")
    skill.brew["slots"][0]["multipleValues"] = {"enabled": True}


def _sensitivity(skill: Skill) -> None:
    skill.language["modelConfiguration"] = {"fallbackIntentSensitivity": {"level": "MAXIMUM"}}


_UNHEARD = [  # locale, invocation name, sample, example phrase
    ("de-DE", "teestube", "wie heiß ist das wasser", "Alexa, frage Teestube nach dem Wetter"),
    ("fr-FR", "mon thé", "quelle température", "Alexa, demande à mon thé la météo"),
    ("es-ES", "mi té", "qué temperatura", "Alexa, pide a mi té el clima"),
    ("it-IT", "mio tè", "che temperatura", "Alexa, chiedi a mio tè il meteo"),
    ("pt-BR", "meu chá", "qual a temperatura", "Alexa, peça a meu chá a previsão"),
    ("nl-NL", "mijn thee", "hoe heet", "Alexa, vraag mijn thee naar het weer"),
    ("hi-IN", "मेरी चाय", "पानी कितना गरम है", "एलेक्सा, मेरी चाय से मौसम पूछो"),
    ("ar-SA", "شاي اليوم", "ما حرارة الماء", "أليكسا، اسأل شاي اليوم عن الطقس"),
    ("ja-JP", "お茶タイマー", "お湯の温度", "アレクサ、お茶タイマーで明日の天気予報を教えて"),
]


FAULTS: list[Fault] = [
    ("prompt-undefined", _asked(prompts={"elicitation": "Elicit.Coffee"})),
    ("prompt-undefined", _asked(validations=[{"type": "isInSet", "prompt": "Slot.Validation"}])),
    ("prompt-missing", _asked(prompts={})),
    ("prompt-missing", _intent(confirmationRequired=True)),
    ("prompt-empty", _prompt(variations=[])),
    ("prompt-repeated", _twice),
    ("prompt-ssml", _spoken(type="SSML", value="<speak>Which <emphasis>tea?</speak>")),
    ("prompt-slot", _spoken(value="Which {leaf}?")),
    ("model-value", _spoken(type="Text")),
    ("model-value", _intent(delegationStrategy="NEVER")),
    ("model-value", _sensitivity),
    ("dialog-unknown", _intent(name="CoffeeIntent")),
    ("dialog-unknown", _asked(name="bean")),
    ("dialog-type", _asked(type="AMAZON.Food")),
    ("slot-undeclared", _slot(samples=["{bean}"])),
    ("sample-characters", _slot(samples=["hot?"])),
    ("sample-braces", _slot(samples=["{where"])),
    ("slot-many", _many),
    ("name-overlap", _slot(name="BrewIntent", samples=["{BrewIntent}"])),
    ("intents-none", lambda s: (s.intents.__delitem__(slice(0, 2)), s.types.clear())),
    ("builtin-slots", lambda s: s.intents[2].update(slots=[{"name": "tea", "type": "TEA"}])),
    ("type-builtin", _slot(type="AMAZON.Citty")),
    ("type-unlisted", _slot(type="AMAZON.Quux")),
    ("type-unlisted", _slot(type="AMAZON.Number")),
    ("type-withdrawn", _slot(type="AMAZON.LITERAL")),
    ("type-locale", _slot(type="AMAZON.DE_CITY")),
    ("type-fixed", _fixed),
    ("value-repeated", lambda s: s.tea["values"].append({"name": {"value": "Green tea"}})),
    ("invocation-launch-word", _named("de-DE", "öffne teestube")),
    ("invocation-launch-word", _named("es-ES", "abre mi té")),
    ("invocation-launch-word", _named("fr-FR", "ouvre mon thé")),
    ("invocation-launch-word", _named("it-IT", "apri mio tè")),
    ("invocation-launch-word", _named("pt-BR", "abra meu chá")),
    ("invocation-launch-word", _named("nl-NL", "open mijn thee")),
    ("invocation-launch-word", _named("hi-IN", "चाय खोलो")),
    ("invocation-launch-word", _named("ar-SA", "افتح الشاي")),
    ("invocation-launch-word", _named("ja-JP", "お茶を開いて")),
    ("invocation-little-word", _named("de-DE", "das teehaus")),
    ("invocation-little-word", _named("es-ES", "el té")),
    ("invocation-little-word", _named("fr-FR", "le thé")),
    ("invocation-little-word", _named("it-IT", "il tè")),
    ("invocation-little-word", _named("pt-BR", "o chá")),
    ("invocation-little-word", _named("nl-NL", "de thee")),
    ("invocation-reserved", _named("de-DE", "teestuben skill")),
    ("invocation-reserved", _named("es-ES", "skill té")),
    ("invocation-reserved", _named("fr-FR", "ma skill thé")),
    ("invocation-reserved", _named("it-IT", "skill tè")),
    ("invocation-reserved", _named("pt-BR", "skill chá")),
    ("invocation-reserved", _named("nl-NL", "thee skill")),
    ("invocation-reserved", _named("hi-IN", "चाय स्किल")),
    ("invocation-reserved", _named("ar-SA", "مهارة الشاي")),
    ("invocation-reserved", _named("ja-JP", "お茶スキル")),
    ("invocation-wake-word", _named("ja-JP", "お茶アレクサ")),
    ("invocation-joining-word", _named("de-DE", "neues über teestuben")),
    *(("example-unheard", _asked_for(*row)) for row in _UNHEARD),
    ("example-first", _other_name),
]
