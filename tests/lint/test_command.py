"""`leg-day check`: what it prints, and how it ends."""

import json

import pytest

from tests.lint.sound import Skill, run


@pytest.fixture
def faulty(tmp_path):
    """A package with a finding of each severity, and a quiet one."""
    skill = Skill()
    skill.language["invocationName"] = "Tea timer app"
    skill.water["samples"] += ["heat 2 cups", "how long does sencha take"]
    skill.page["examplePhrases"] = ["Alexa, open tea timer app"] * 3
    skill.write(tmp_path)
    return tmp_path


PLACE = "interactionModels/custom/en-US.json"
FOUND = [
    f'{PLACE}:4: build: "Tea timer app" has capital letters [invocation-characters]',
    f'{PLACE}:4: submit: "Tea timer app" has the word "app" [invocation-reserved]',
    f'{PLACE}:29: advice: WaterIntent: "heat 2 cups" has digits [sample-digits]',
]
NOTHING = "0 build errors, 0 submission errors, 0 pieces of advice\n"
SUMMARY = "1 build error, 1 submission error, 1 piece of advice\n"
QUIET = (
    f'{PLACE}:30: advice: WaterIntent: "how long does sencha take" and BrewIntent: '
    '"how long does {tea} take", both "how long does sencha take" [sample-overlap]'
)


def test_one_line_a_finding_and_status_1_on_errors(faulty, monkeypatch):
    monkeypatch.chdir(faulty)
    ran = run(".")
    assert ran.exit_code == 1
    assert ran.stdout.splitlines() == FOUND
    assert ran.stderr == SUMMARY


@pytest.mark.parametrize(
    ("options", "status", "shown"),
    [
        (["--stage", "build"], 1, [FOUND[0], FOUND[2]]),
        (["--select", "all"], 1, [*FOUND, QUIET]),
        (["--select", "sample-overlap"], 0, [QUIET]),
        (["--ignore", "invocation-characters,invocation-reserved"], 0, [FOUND[2]]),
        (["--select", "sample-digits", "--strict"], 1, [FOUND[2]]),
        (["--statistics", "--stage", "build"], 1, [
            "     1 build   invocation-characters", "     1 advice  sample-digits",
        ]),
    ],
)  # fmt: skip
def test_what_is_looked_at(faulty, monkeypatch, options, status, shown):
    monkeypatch.chdir(faulty)
    ran = run(".", *options)
    assert (ran.stdout.splitlines(), ran.exit_code) == (shown, status)


@pytest.mark.parametrize(
    ("name", "head"), [("leg-day.toml", ""), ("pyproject.toml", "[tool.leg-day.check]\n")]
)
def test_a_project_configures_it(faulty, monkeypatch, name, head):
    monkeypatch.chdir(faulty)
    table = "[per-file-ignores]" if not head else "[tool.leg-day.check.per-file-ignores]"
    locales = table.replace("file", "locale")
    (faulty / name).write_text(
        f'{head}ignore = ["sample-digits"]\n{table}\n"custom/en-*.json" = ["invocation-reserved"]\n'
        f'{locales}\n"en-US" = ["invocation-characters"]\n"de-DE" = ["sample-digits"]\n'
    )
    assert run(".").stdout == ""
    assert run(".", "--select", "all").stdout.splitlines() == [QUIET]


@pytest.mark.parametrize(
    ("locales", "shown"),
    [
        ('"en-US" = ["icon-missing"]', ["en-US, en-GB: there is no smallIconUri"]),
        ('"en-US" = ["icon-missing"]\n"en-GB" = ["icon-missing"]', []),
    ],
)
def test_what_several_locales_share_is_left_out_where_all_do(tmp_path, monkeypatch, locales, shown):
    monkeypatch.chdir(tmp_path)
    skill = Skill()
    del skill.page["smallIconUri"]
    skill.add("en-GB")
    skill.write(tmp_path)
    (tmp_path / "leg-day.toml").write_text(f"[per-locale-ignores]\n{locales}\n")
    said = [
        line.partition(": submit: ")[2].partition(" [")[0] for line in run(".").stdout.splitlines()
    ]
    assert said == shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("select = 1", "select is not a list of rules"),
        ('ignore = ["spelling"]', "no rule 'spelling'; --explain all lists them"),
        ('stage = "live"', "stage is 'live', not build or submit"),
        ("per-file-ignores = 1", "per-file-ignores is not a table"),
        ("baseline = 1", "baseline is no name of a file"),
        ("colour = 1", "'colour' is none of select, ignore, per-locale-ignores, per-file-ignores"),
        ("=", "not TOML: Invalid statement (at line 1, column 1)"),
    ],
)
def test_a_bad_configuration_is_one_line_and_status_2(faulty, monkeypatch, text, reason):
    monkeypatch.chdir(faulty)
    (faulty / "leg-day.toml").write_text(text)
    ran = run(".")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"leg-day: leg-day.toml: {reason}")
    assert ran.stderr.count("\n") == 1


def test_a_baseline_leaves_out_what_was_there(faulty, monkeypatch):
    monkeypatch.chdir(faulty)
    assert run(".", "--write-baseline", "old.json").exit_code == 0
    ran = run(".", "--baseline", "old.json")
    assert (ran.exit_code, ran.stdout) == (0, "")
    model = faulty / PLACE
    model.write_text(model.read_text().replace('"heat 2 cups"', '\n"heat 2 cups",\n"heat 3 cups"'))
    shown = run(".", "--baseline", "old.json").stdout.splitlines()
    assert shown == [f'{PLACE}:31: advice: WaterIntent: "heat 3 cups" has digits [sample-digits]']
    ran = run(".", "--baseline", "none.json")
    reason = "none.json: no baseline; --write-baseline none.json makes one"
    assert (ran.exit_code, ran.stderr) == (2, f"leg-day: {reason}\n")


def test_what_has_one_right_answer_is_put_right(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    skill = Skill()
    skill.language["invocationName"] = "Tea Timer"
    skill.water["samples"] += ["How hot is the water", "is it hot", "is it hot"]
    skill.write(tmp_path)
    model = tmp_path / PLACE
    before = model.read_text()
    ran = run(".", "--diff")
    assert (ran.exit_code, model.read_text()) == (1, before)
    changed = [line for line in ran.stdout.splitlines() if line[0] in "+-"]
    assert [line[0] + line[1:].strip() for line in changed if line[1] == " "] == [
        '-"invocationName": "Tea Timer",',
        '+"invocationName": "tea timer",',
        '-"How hot is the water",',
        '-"is it hot",',
    ]
    ran = run(".", "--fix")
    assert (ran.exit_code, ran.stdout) == (0, "")
    skill.language["invocationName"] = "tea timer"
    skill.water["samples"] = ["how hot is the water", "is it hot"]
    assert json.loads(model.read_text()) == skill.models["en-US"]


def test_json(faulty):
    assert json.loads(run(faulty, "--format", "json").stdout)[1] == {
        "rule": "invocation-reserved",
        "file": f"{faulty}/{PLACE}",
        "line": 4,
        "says": '"Tea timer app" has the word "app"',
        "severity": "submit",
    }


def test_github(faulty):
    assert run(faulty, "--format", "github").stdout.splitlines()[2] == (
        f"::warning file={faulty}/{PLACE},line=29,"
        'title=sample-digits::WaterIntent: "heat 2 cups" has digits'
    )


def test_sarif(faulty, monkeypatch):
    monkeypatch.chdir(faulty)
    (whole,) = json.loads(run(".", "--format", "sarif").stdout)["runs"]
    rule = whole["tool"]["driver"]["rules"][2]
    assert (rule["id"], rule["defaultConfiguration"]) == ("sample-digits", {"level": "warning"})
    assert whole["results"][2] == {
        "ruleId": "sample-digits",
        "ruleIndex": 2,
        "level": "warning",
        "message": {"text": 'WaterIntent: "heat 2 cups" has digits'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PLACE},
                    "region": {"startLine": 29},
                }
            }
        ],
    }


def test_a_rule_is_explained_with_its_source():
    ran = run("--explain", "sample-conflict")
    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        "sample-conflict (advice)",
        "No two intents have samples that become the same when slots are filled.",
        "Both have as many words of their own, so which of them Alexa chooses may change with",
        "any build.",
        'Source: Amazon, "Find Utterance Conflicts in Your Model",',
        "https://developer.amazon.com/docs/alexa/custom-skills/"
        "find-utterance-conflicts-in-your-model.html",
    ]
    assert run("--explain", "all").stdout.splitlines()[0] == (
        "key-repeated               advice   A JSON object has no key twice."
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--explain", "spelling"], "no rule 'spelling'; --explain all lists them"),
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "empty: no skill.json and no interaction model in it, nor in a folder below"),
        (["latin.json"], "latin.json: not UTF-8 text"),
        (["story.abc"], "story.abc: not JSON: a value expected"),
        (["."], ".: no skill.json and no interaction model in it, nor in a folder below"),
        (["--select", "a", "."], "--select: no rule 'a'; --explain all lists them"),
    ],
)
def test_bad_input_is_one_line_and_status_2(tmp_path, monkeypatch, arguments, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "story.abc").write_text("@start\\n*say Hello\\n")
    (tmp_path / "tsconfig.json").write_text("{ // not ours\\n}")
    (tmp_path / "latin.json").write_bytes(b'{"name": "caf\xe9"}')
    ran = run(*arguments)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (2, "", f"leg-day: {reason}\n")


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ({"languageModel": {"intents": []}}, "a v0 model, which has no interactionModel around"),
        ({"invocation": "tea", "intents": {}}, "a Jovo model"),
        ({"name": "tea", "version": "1.0.0"}, "a package.json"),
        ({"askcliResourcesVersion": "1"}, "ask-resources.json, which is checked with its folder"),
        ({"type": "APL", "mainTemplate": {}}, "an APL document"),
        ({}, "an empty object"),
        ([], "a list"),
        (None, "a single value"),
    ],
)
def test_a_file_that_is_no_package_is_refused(tmp_path, monkeypatch, document, kind):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "given.json").write_text(json.dumps(document))
    ran = run("given.json")
    reason = "given.json: neither an interaction model nor a skill manifest: it looks like "
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"leg-day: {reason}{kind}")
    assert ran.stderr.count("\n") == 1


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
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", NOTHING)


def test_one_model_by_itself(faulty):
    ran = run(faulty / "interactionModels" / "custom" / "en-US.json")
    assert (ran.exit_code, ran.stderr) == (1, SUMMARY)
