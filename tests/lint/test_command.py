"""`leg-day check`: what it prints, and how it ends."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from skill.cli import main
from skill.lint import check_own
from skill.lint.report import lines
from tests.lint.sound import Skill


def run(*arguments):
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def faulty(tmp_path):
    """A package with one error, one warning and one note."""
    skill = Skill()
    skill.language["invocationName"] = "tea timer app"
    skill.water["samples"] += ["heat 2 cups", "how long does sencha take"]
    skill.page["examplePhrases"] = ["Alexa, open tea timer app"] * 3
    skill.write(tmp_path)
    return tmp_path


def test_this_very_skill_has_no_fault():
    found = [one for one in check_own() if one.severity != "note"]
    assert lines(found, "text") == []


def test_one_line_a_finding_and_status_1_on_errors(faulty):
    ran = run(faulty)
    place = f"{faulty}/interactionModels/custom/en-US.json"
    assert ran.exit_code == 1
    assert ran.stdout.splitlines() == [
        f'{place}:4: error: "tea timer app" has the word "app" [invocation-reserved]',
        f'{place}:29: warning: WaterIntent: "heat 2 cups" has digits [sample-digits]',
    ]
    assert ran.stderr == "1 error, 1 warning, 1 note\n"


def test_notes_on_demand(faulty):
    note = run(faulty, "--notes").stdout.splitlines()[2]
    assert note == (
        f"{faulty}/interactionModels/custom/en-US.json:30: note: "
        'WaterIntent: "how long does sencha take" and BrewIntent: "how long does {tea} take", '
        'both "how long does sencha take" [sample-overlap]'
    )


def test_warnings_are_no_failure(tmp_path):
    skill = Skill()
    skill.intents.pop(6)
    skill.write(tmp_path)
    assert run(tmp_path).exit_code == 0


def test_json(faulty):
    assert json.loads(run(faulty, "--format", "json").stdout)[0] == {
        "rule": "invocation-reserved",
        "file": f"{faulty}/interactionModels/custom/en-US.json",
        "line": 4,
        "says": '"tea timer app" has the word "app"',
        "severity": "error",
    }


def test_github(faulty):
    assert run(faulty, "--format", "github").stdout.splitlines()[1] == (
        f"::warning file={faulty}/interactionModels/custom/en-US.json,line=29,"
        'title=sample-digits::WaterIntent: "heat 2 cups" has digits'
    )


def test_a_rule_is_explained_with_its_source():
    ran = run("--explain", "sample-conflict")
    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        "sample-conflict (error)",
        "No two intents have samples that become the same when slots are filled.",
        "Both have as many words of their own, so which of them Alexa chooses may change with",
        "any build.",
        'Source: Amazon, "Find Utterance Conflicts in Your Model",',
        "https://developer.amazon.com/docs/alexa/custom-skills/"
        "find-utterance-conflicts-in-your-model.html",
    ]
    assert run("--explain", "all").stdout.splitlines()[0] == (
        "key-repeated               error    A JSON object has no key twice."
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--explain", "spelling"], "no rule 'spelling'; --explain all lists them"),
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "empty: no skill.json and no interaction model in it"),
        (["broken.json"], "broken.json: not JSON: line 1: a key expected"),
        (["latin.json"], "latin.json: not UTF-8 text"),
    ],
)
def test_bad_input_is_one_line_and_status_2(tmp_path, monkeypatch, arguments, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text('{"interactionModel": {')
    (tmp_path / "latin.json").write_bytes(b'{"name": "caf\xe9"}')
    ran = run(*arguments)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (2, "", f"leg-day: {reason}\n")


@pytest.mark.parametrize(
    "document", ["[]", "1", "{}", '{"interactionModel": 1}', '{"manifest": []}']
)
def test_any_json_is_answered(tmp_path, document):
    (tmp_path / "en-US.json").write_text(document)
    (tmp_path / "skill.json").write_text(document)
    ran = run(tmp_path)
    assert isinstance(ran.exception, SystemExit)
    assert ran.exit_code in (1, 2)
    assert ran.stdout + ran.stderr != ""


@pytest.mark.parametrize("layout", ["skill-package", ".", "skill-package/skill.json"])
def test_a_project_its_skill_package_or_its_manifest(tmp_path, monkeypatch, layout):
    monkeypatch.chdir(tmp_path)
    Skill().write(tmp_path / "skill-package")
    ran = run(layout)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "0 errors, 0 warnings, 0 notes\n")


def test_one_model_by_itself(faulty):
    ran = run(faulty / "interactionModels" / "custom" / "en-US.json")
    assert (ran.exit_code, ran.stderr) == (1, "1 error, 1 warning, 1 note\n")


def test_it_starts_as_a_program(faulty):
    program = [sys.executable, "-m", "skill", "check", str(faulty)]
    ran = subprocess.run(program, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (1, "1 error, 1 warning, 1 note\n")
