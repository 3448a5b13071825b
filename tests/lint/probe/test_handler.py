"""leg-day check --handler: what certification finds by talking to a skill."""

import json
import re

import pytest

from skill.lint.finding import BadPackageError
from skill.lint.probe import handler, phrases, probe
from skill.lint.probe.process import HandlerProcess
from skill.lint.probe.subject import find_handler, read_subject
from tests.lint.probe.conftest import MODEL, PYTHON


def found(folder, spec: str = "tea:handler") -> list[tuple[str, str]]:
    return [(one.rule, one.says) for one in probe(spec, None, folder)]


def test_a_skill_that_does_right_has_no_finding(python):
    assert found(python("", "en-US", "en-GB")) == []


@pytest.mark.parametrize(
    ("file", "export"),
    [
        ("index.js", "exports.handler = async (event) => answer(event);"),
        ("index.js", "exports.handler = (event, context, back) => back(null, answer(event));"),
        ("index.js", "exports.handler = (event, context) => context.succeed(answer(event));"),
        ("index.mjs", "export const handler = async (event) => answer(event);"),
    ],
)
def test_a_skill_for_node_that_does_right_has_no_finding(node, file, export):
    assert found(node(export, file), "index.handler") == []


FAULTS = [
    (
        "def brew(event): return say('Three minutes. More?')",
        ("probe-open", 'asks, but the session ends: "Three minutes. More?"'),
    ),
    (
        "def launch(event): return say('Tea time.', shouldEndSession=False)",
        ("probe-open", "Launch: asks nothing, but the session stays open"),
    ),
    (
        "def launch(event): return say('Tea time.', 'Say a tea.')",
        ("probe-prompt", 'asks nothing, but the session stays open: "Tea time. Say a tea."'),
    ),
    (
        "def launch(event): return say('Which tea?', shouldEndSession=False)",
        ("probe-reprompt", "Launch: asks without a reprompt"),
    ),
    (
        "def launch(event): return {'version': '1.0', 'response': {'outputSpeech': "
        "{'type': 'PlainText', 'text': 'Tea.'}}}",
        ("probe-end-unset", "Launch: shouldEndSession is not set"),
    ),
    (
        "def launch(event): return {'version': '1.0', 'response': {'shouldEndSession': True}}",
        ("probe-silent", "Launch: nothing is said"),
    ),
    (
        "intents['AMAZON.HelpIntent'] = lambda event: say('I time tea.')",
        ("probe-help", "Help: the session ends"),
    ),
    (
        "intents['AMAZON.StopIntent'] = launch",
        ("probe-stop", "Stop: the session stays open"),
    ),
    (
        "intents['AMAZON.CancelIntent'] = launch",
        ("probe-cancel", "Cancel: the session stays open"),
    ),
    (
        "def ended(event): return say('Bye.')",
        ("probe-session-ended", "SessionEnded: sends outputSpeech"),
    ),
    (
        "def launch(event): return say('x' * 8001)",
        ("probe-length", "Launch: a speech of 8,001 characters"),
    ),
    (
        "def launch(event): return say('Tea.', outputSpeech={'type': 'SSML', "
        "'ssml': '<speak>this & that</speak>'})",
        ("probe-ssml", "Launch: the speech is not well-formed SSML"),
    ),
    (
        "def launch(event): return say('Tea.', outputSpeech={'type': 'SSML', "
        "'ssml': '<speak><loud>tea</loud></speak>'})",
        ("probe-ssml", "Launch: the speech has <loud>, which Alexa does not know"),
    ),
    (
        "def launch(event): return say('Tea.', card={'type': 'Simple', 'content': 'x' * 8001})",
        ("probe-card", "Launch: a card of 8,001 characters"),
    ),
    (
        "def launch(event): return say('Tea.', card={'type': 'Standard', 'text': 'Tea', "
        "'image': {'smallImageUrl': 'http://tea'}})",
        ("probe-card", "Launch: a card's image is not https: http://tea"),
    ),
    (
        "def launch(event): return {**say('Tea.'), 'sessionAttributes': {'x': 'x' * 122_880}}",
        ("probe-size", "Launch: the response has 123,"),
    ),
    (
        "def launch(event): return say('Tea.', directives=[{'type': "
        "'Alexa.Presentation.APL.RenderDocument', 'document': {'type': 'Link'}}])",
        ("probe-apl", "RenderDocument to a device without a screen"),
    ),
    (
        "def brew(event): return say('Tea.', directives=[{'type': "
        "'Alexa.Presentation.APL.RenderDocument', 'document': {}}])",
        ("probe-apl", "RenderDocument without a document of type APL"),
    ),
    ("def launch(event): return None", ("probe-shape", "Launch: no JSON object")),
    ("def launch(event): return {1, 2}", ("probe-fault", "Launch: raises TypeError: ")),
    ("def launch(event): raise KeyError('pot')", ("probe-fault", "Launch: raises KeyError: 'pot'")),
    ("def launch(event): import os; os._exit(3)", ("probe-fault", "Launch: ends the process")),
    (
        "def launch(event): assert set(event) <= {'version', 'session', 'context', 'request'}; "
        "return say('Tea.')",
        ("probe-unknown", "unknown properties: raises AssertionError"),
    ),
    (
        "types = {'LaunchRequest', 'IntentRequest', 'SessionEndedRequest'}\nold = handler\n"
        "def handler(event, context): assert event['request']['type'] in types; "
        "return old(event, context)",
        ("probe-unknown-type", "an unknown type of request: raises AssertionError"),
    ),
]


@pytest.mark.parametrize(("changed", "expected"), FAULTS)
def test_a_planted_fault_is_named(python, changed, expected):
    rule, says = expected
    listed = found(python(f"\n{changed}\n"))
    assert any(known == rule and says in told for known, told in listed), listed


def test_a_fault_in_node_is_named_with_its_line(node):
    folder = node("exports.handler = async () => { throw new Error('no pot'); };")
    first = probe("index.handler", None, folder)[0]
    assert (first.rule, first.says) == (
        "probe-fault",
        "en-US: Launch and 5 more: raises Error: no pot",
    )
    assert first.file == str(folder / "lambda" / "index.js")
    assert first.line == len((folder / "lambda" / "index.js").read_text().splitlines())


def test_one_fault_is_one_finding_with_all_its_locales_and_its_line(python):
    folder = python("\ndef ended(event):\n    raise KeyError('pot')\n", "en-GB", "en-US")
    (one,) = probe("tea:handler", None, folder)
    assert one.says == "en-GB, en-US: SessionEnded: raises KeyError: 'pot'"
    assert one.severity == "advice"
    line = (folder / "lambda" / "tea.py").read_text().splitlines()[one.line - 1]
    assert line == "    raise KeyError('pot')"


def test_one_fault_of_many_phrases_is_one_finding(package):
    folder = package(phrases=["Alexa, open tea time", "brew tea", "brew green tea", "make coffee"])
    (folder / "lambda" / "tea.py").write_text(f"{PYTHON}\ndef brew(event): return say('Ready?')\n")
    assert found(folder) == [
        ("probe-open", 'en-US: "brew tea" and 1 more: asks, but the session ends: "Ready?"'),
        ("probe-unasked", 'en-US: "make coffee": no sample is like it: it was not asked'),
    ]


@pytest.mark.parametrize(
    ("phrase", "slots"),
    [
        ("Alexa, ask Tea Time to brew oolong tea", {"tea": "oolong"}),
        ("Alexa, brew oolong tea with tea time", {"tea": "oolong"}),
        ("Alexa, frag Tea Time how long for earl grey", {"tea": "earl grey"}),
        ("brew tea", {"tea": None}),
    ],
)
def test_a_phrase_becomes_an_intent(phrase, slots):
    intent = phrases.intent(phrase, MODEL["interactionModel"]["languageModel"])
    assert intent
    assert intent["name"] == "BrewIntent"
    assert {name: slot.get("value") for name, slot in intent["slots"].items()} == slots


@pytest.mark.parametrize("phrase", ["Alexa, open tea time", "tea time", "Alexa starte Tea Time"])
def test_a_phrase_opens_the_skill(phrase):
    assert phrases.is_launch(phrase, MODEL["interactionModel"]["languageModel"])


def test_what_is_raised_in_one_line_is_one_finding(python):
    folder = python("\ndef say(*_):\n    raise KeyError('pot\\nlid')\n")
    (one,) = [one for one in probe("tea:handler", None, folder) if one.rule == "probe-fault"]
    assert one.says == "en-US: Launch and 5 more: raises KeyError: 'pot\\nlid'"


def test_a_slot_is_heard_with_what_it_resolves_to(python):
    checked = """
def brew(event):
    slot = event["request"]["intent"]["slots"]["tea"]
    (one,) = slot["resolutions"]["resolutionsPerAuthority"]
    if slot["value"] == "wulong":
        assert one["values"][0]["value"]["id"] == "oolong"
        assert event["session"]["new"] is True
    else:
        assert (slot["value"], one["status"]["code"]) == ("green", "ER_SUCCESS_NO_MATCH")
        assert event["session"]["new"] is False
    return say("Three minutes.")
"""
    assert found(python(checked)) == []


def test_a_handler_that_hangs_is_named_and_ended(python):
    folder = python("\nimport time\ndef launch(event): time.sleep(1000)\n")
    process = HandlerProcess(find_handler("tea:handler", folder), answering=1.0)
    outcome = process.ask({"request": {"type": "LaunchRequest"}})
    assert (outcome.slow, outcome.fault) == (True, "no answer in 1 seconds")
    again = process.ask({"request": {"type": "SessionEndedRequest"}})
    assert again.answer == {"version": "1.0", "response": {}}
    process.stop()


def test_what_is_left_when_the_time_is_up_is_said(python):
    folder = python()
    asked = find_handler("tea:handler", folder)
    notes = handler.probe(asked, read_subject(folder, asked), bound=0.0)
    assert [(one.rule, one.says) for one in notes] == [
        ("probe-slow", "en-US: the rest: not asked: it takes too long")
    ]


def test_a_module_that_does_not_import_is_one_finding(python):
    folder = python("\nimport json\njson.loads('')\n")
    (one,) = probe("tea:handler", None, folder)
    assert one.says.startswith("en-US: Launch: raises JSONDecodeError")
    assert one.rule == "probe-fault"


def test_what_is_not_installed_here_is_no_fault_of_the_skill(python):
    with pytest.raises(
        BadPackageError, match="No module named 'nowhere_to_be_found'; what it needs"
    ):
        probe("tea:handler", None, python("\nimport nowhere_to_be_found\n"))


def test_what_is_not_installed_here_for_node(node):
    with pytest.raises(BadPackageError, match="Cannot find module 'nowhere'; what it needs"):
        probe("index.handler", None, node("exports.handler = require('nowhere');"))


def test_a_handler_that_ends_its_process_is_named_with_the_reason(node):
    folder = node("exports.handler = answer;")
    (folder / "lambda" / "index.js").write_text(
        "process.nextTick(() => { throw new Error('no pot'); });\n"
        "exports.handler = async () => ({});\n"
    )
    first = probe("index.handler", None, folder)[0]
    assert first.says == "en-US: Launch: ends the process: Error: no pot"


def test_a_handler_that_asks_for_its_own_id_gets_it(python):
    own = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"
    folder = python(
        f"\nold = handler\ndef handler(event, context):\n"
        f"    assert event['context']['System']['application']['applicationId'] == '{own}'\n"
        f"    return old(event, context)\n"
    )
    assert found(folder) == []


def test_the_process_has_what_lambda_sets(python):
    folder = python(
        "\nimport os\nos.environ['AWS_LAMBDA_FUNCTION_NAME'], os.environ['AWS_REGION']\n"
    )
    assert found(folder) == []


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ("tea", "module:function"),
        ("coffee:handler", "no coffee.py and no coffee.js"),
        (":handler", "module:function"),
    ],
)
def test_a_handler_that_is_not_there_is_one_clear_line(python, spec, reason):
    with pytest.raises(BadPackageError, match=re.escape(reason)):
        probe(spec, None, python())


def test_no_model_beside_it_is_one_clear_line(tmp_path):
    (tmp_path / "tea.py").write_text("def handler(event, context): return {}")
    with pytest.raises(BadPackageError, match=r"no skill\.json and no interaction model in it"):
        probe("tea:handler", None, tmp_path)


def test_the_command_prints_as_the_linter_does(python, leg_day):
    folder = python("\nintents['AMAZON.StopIntent'] = launch\n")
    done = leg_day("check", "--handler", "tea.handler", str(folder))
    file = folder / "lambda" / "tea.py"
    assert done.stdout == (f"{file}:1: submit: en-US: Stop: the session stays open [probe-stop]\n")
    assert done.exit_code == 1
    (one,) = json.loads(
        leg_day("check", "--handler", "tea:handler", "--format", "json", str(folder)).stdout
    )
    assert one == {
        "rule": "probe-stop",
        "file": str(file),
        "line": 1,
        "says": "en-US: Stop: the session stays open",
        "severity": "submit",
    }
    assert "Stop ends the session." in leg_day("check", "--explain", "probe-stop").stdout


def test_no_finding_is_exit_status_0_and_no_handler_2(python, leg_day):
    folder = str(python())
    assert leg_day("check", "--handler", "tea:handler", folder).exit_code == 0
    done = leg_day("check", "--handler", "coffee:handler", folder)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
