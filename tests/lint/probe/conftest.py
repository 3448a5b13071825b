"""Small skills, made for each test: a package, and a handler in Python or in Node."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

MODEL = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "tea time",
            "intents": [
                {
                    "name": "BrewIntent",
                    "slots": [{"name": "tea", "type": "Tea"}],
                    "samples": ["how long for {tea}", "brew {tea} tea", "brew tea"],
                },
                *({"name": f"AMAZON.{name}Intent"} for name in ("Help", "Stop", "Cancel")),
            ],
            "types": [
                {
                    "name": "Tea",
                    "values": [
                        {"id": "oolong", "name": {"value": "oolong", "synonyms": ["wulong"]}}
                    ],
                }
            ],
        }
    }
}
PHRASES = [
    "Alexa, open tea time",
    "Alexa, ask tea time how long for wulong",
    "brew green tea",
]

PYTHON = """
def say(text, ask="", **more):
    response = {"outputSpeech": {"type": "PlainText", "text": " ".join(filter(None, (text, ask)))}}
    response["shouldEndSession"] = not ask
    if ask:
        response["reprompt"] = {"outputSpeech": {"type": "PlainText", "text": ask}}
    return {"version": "1.0", "response": {**response, **more}}


def handler(event, context):
    print("what a handler prints is no answer")
    kind = event["request"]["type"]
    if kind == "LaunchRequest":
        return launch(event)
    if kind == "SessionEndedRequest":
        return ended(event)
    if kind == "IntentRequest":
        name = event["request"]["intent"]["name"]
        return intents.get(name, brew)(event)
    return {"version": "1.0", "response": {}}


def launch(event):
    return say("Tea time.", "Which tea?")


def ended(event):
    return {"version": "1.0", "response": {}}


def brew(event):
    return say("Three minutes.")


intents = {
    "AMAZON.HelpIntent": lambda event: say("I time tea.", "Which tea?"),
    "AMAZON.StopIntent": lambda event: say("Bye."),
    "AMAZON.CancelIntent": lambda event: say("Bye."),
}
"""

NODE = """
const say = (text, ask) => ({ version: "1.0", response: {
  outputSpeech: { type: "PlainText", text: [text, ask].filter(Boolean).join(" ") },
  ...(ask && { reprompt: { outputSpeech: { type: "PlainText", text: ask } } }),
  shouldEndSession: !ask,
} });
const intents = {
  "AMAZON.HelpIntent": () => say("I time tea.", "Which tea?"),
  "AMAZON.StopIntent": () => say("Bye."),
  "AMAZON.CancelIntent": () => say("Bye."),
};
const types = {
  LaunchRequest: () => say("Tea time.", "Which tea?"),
  IntentRequest: (event) => (intents[event.request.intent.name] ?? brew)(event),
};
const brew = () => say("Three minutes.");
const answer = (event) => {
  console.log("what a handler prints is no answer");
  return (types[event.request.type] ?? (() => ({ version: "1.0", response: {} })))(event);
};
"""


@pytest.fixture
def package(tmp_path) -> Callable[..., Path]:
    """Make packages of some locales and example phrases; each is the folder it lies in."""

    def new(*locales: str, phrases: list[str] = PHRASES) -> Path:
        models = tmp_path / "skill-package" / "interactionModels" / "custom"
        models.mkdir(parents=True)
        for locale in locales or ("en-US",):
            (models / f"{locale}.json").write_text(json.dumps(MODEL))
        listed = {locale: {"examplePhrases": phrases} for locale in locales or ("en-US",)}
        manifest = {"manifest": {"publishingInformation": {"locales": listed}}}
        (tmp_path / "skill-package" / "skill.json").write_text(json.dumps(manifest))
        (tmp_path / "lambda").mkdir()
        return tmp_path

    return new


@pytest.fixture
def python(package) -> Callable[..., Path]:
    """Make a skill in Python that does right, and whatever `changed` adds to its module."""

    def new(changed: str = "", *locales: str) -> Path:
        folder = package(*locales)
        (folder / "lambda" / "tea.py").write_text(PYTHON + changed)
        return folder

    return new


@pytest.fixture
def node(package) -> Callable[..., Path]:
    """Make a skill for Node that does right; `export` is how its file exports its handler."""

    def new(export: str, file: str = "index.js") -> Path:
        folder = package()
        (folder / "lambda" / file).write_text(NODE + export)
        return folder

    return new
