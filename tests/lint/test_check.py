"""The linter on packages of others: it finds every fault, where it is, and nothing else."""

import json
import shutil
from copy import deepcopy
from pathlib import Path

import pytest

from skill.lint import check, judge, located, package
from skill.lint.finding import SEVERITIES, rules
from skill.publish import listing
from tests.lint import (
    faults_beside,
    faults_dialog,
    faults_listing,
    faults_manifest,
    faults_models,
    faults_samples,
    sound,
)

FAULTS = [
    *faults_models.FAULTS,
    *faults_samples.FAULTS,
    *faults_listing.FAULTS,
    *faults_dialog.FAULTS,
    *faults_manifest.FAULTS,
    *faults_beside.FAULTS,
]
# Planted where their machine is: a search without end, what is said, a handler, a web service.
ELSEWHERE = {
    "conflicts-unfinished",
    *(rule for rule in rules() if rule.startswith(("reply-", "probe-"))),
    *(f"endpoint-{name}" for name in ("reach", "tls", "tls-soon", "open", "fault", "status")),
}


def expected() -> list[tuple[str, list[str]]]:
    """What faults.txt says: a rule, and the lines under it."""
    text = (Path(__file__).parent / "faults.txt").read_text("utf-8")
    parts = (part.strip().splitlines() for part in text.split("\n# ")[1:])
    return [(rule, lines) for rule, *lines in parts]


CASES = [
    pytest.param(plant, lines, id=rule)
    for (rule, plant), (_, lines) in zip(FAULTS, expected(), strict=True)
]


@pytest.mark.parametrize(("plant", "lines"), CASES)
def test_a_planted_fault_is_found_and_nothing_else(tmp_path, plant, lines):
    assert sound.found(tmp_path, plant) == lines


def test_every_rule_has_its_fault():
    planted = {rule for rule, _ in FAULTS}
    assert planted | ELSEWHERE == set(rules())
    assert [rule for rule, _ in FAULTS] == [rule for rule, _ in expected()]
    assert [rule for rule, lines in expected() if f"[{rule}]" not in "".join(lines)] == []


def test_a_sound_package_has_no_fault(tmp_path):
    assert sound.found(tmp_path) == []


def test_every_rule_says_what_it_asks_and_why_and_where_it_is_from():
    for rule in rules().values():
        assert rule.severity in SEVERITIES
        assert all(part.strip().endswith(".") for part in (rule.says, rule.why)), rule.id
        assert len(rule.source) > 20, rule.id


def test_slots_of_the_same_type_meet_whatever_they_are_called(tmp_path):
    def plant(skill):
        skill.water["slots"] = [{"name": "leaf", "type": "TEA"}]
        skill.water["samples"].append("how long does {leaf} take")

    assert sound.found(tmp_path, plant) == [
        'en-US.json:34: advice: WaterIntent: "how long does {leaf} take" and '
        'BrewIntent: "how long does {tea} take", both "how long does assam take" [sample-conflict]'
    ]


def test_two_slots_that_meet_in_the_middle_of_their_values(tmp_path):
    def plant(skill):
        skill.types.append({"name": "CUP", "values": [{"name": {"value": "black"}}]})
        skill.water["slots"] = [{"name": "cup", "type": "CUP"}]
        skill.water["samples"].append("how long does {cup} tea take")

    assert sound.found(tmp_path, plant) == [
        'en-US.json:34: advice: WaterIntent: "how long does {cup} tea take" and '
        'BrewIntent: "how long does {tea} take", both "how long does black tea take" '
        "[sample-overlap]"
    ]


def test_many_slots_in_a_sample_take_no_time(tmp_path):
    """Ten slots of a thousand values each are 10 to the 30th utterances."""

    def plant(skill):
        values = [
            {"name": {"value": f"tea {'x' * (n % 30)}y{'z' * (n // 30)}"}} for n in range(1000)
        ]
        skill.tea["values"] += values
        skill.brew["slots"] += [{"name": f"t{'i' * n}", "type": "TEA"} for n in range(10)]
        skill.brew["samples"].append("mix " + " ".join(f"{{t{'i' * n}}}" for n in range(10)))
        skill.water["slots"] = [{"name": "tea", "type": "TEA"}]
        skill.water["samples"].append("mix " + " ".join(["{tea}"] * 10) + " please")

    assert sound.found(tmp_path, plant) == []


def test_slots_filled_by_a_dialog_are_used(tmp_path):
    def plant(skill):
        skill.water["slots"] = [{"name": "tea", "type": "TEA"}]
        asked = {"name": "WaterIntent", "slots": [{"name": "tea", "type": "TEA"}]}
        skill.models["en-US"]["interactionModel"]["dialog"] = {"intents": [asked]}

    assert sound.found(tmp_path, plant) == []


def test_another_language_is_not_judged_by_english_words(tmp_path):
    def plant(skill):
        skill.move_to("de-DE")
        skill.language["invocationName"] = "teestube"
        skill.page["examplePhrases"] = ["Alexa, öffne Teestube", "Assam brewen"]
        skill.brew["samples"].append("{tea} brewen")

    assert sound.found(tmp_path, plant) == []


def test_a_project_of_the_first_ask_cli(tmp_path):
    """It has other names for things, an endpoint to be filled in, and addresses left out."""
    skill = sound.Skill()
    skill.manifest["apis"]["custom"]["endpoint"] = {"uri": "ask-custom-tea-default"}
    skill.privacy["locales"]["en-US"]["termsOfUseUrl"] = ""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "en-US.json").write_text(json.dumps(skill.models["en-US"]))
    (tmp_path / "skill.json").write_text(json.dumps({"skillManifest": skill.manifest}))
    shutil.copytree(listing.ASSETS, tmp_path / "assets")
    assert check(tmp_path) == []
    skill.publishing.pop("category")
    (tmp_path / "skill.json").write_text(json.dumps({"skillManifest": skill.manifest}))
    assert [one.rule for one in check(tmp_path)] == ["category-missing"]


def test_a_language_without_spaces(tmp_path):
    def plant(skill):
        skill.move_to("ja-JP")
        skill.language["invocationName"] = "お茶タイマー"
        skill.water["samples"] = ["お湯の温度を教えて"]
        skill.page["examplePhrases"] = ["アレクサ、お茶タイマーを開いて", "お湯の温度", "お茶"]

    assert sound.found(tmp_path, plant) == []


def places(document, *path):
    """Every place of a document, as a path of keys."""
    yield path
    if isinstance(document, dict):
        document = list(document.items())
    elif isinstance(document, list):
        document = list(enumerate(document))
    else:
        return
    for key, inner in document:
        yield from places(inner, *path, key)


def test_nothing_of_any_shape_breaks_the_linter():
    """Every part of a package, replaced by something else: findings, and no exception."""
    skill = sound.Skill()
    files = {"en-US.json": skill.models["en-US"], "skill.json": {"manifest": skill.manifest}}
    for file in files:
        for path in [found for found in places(files[file]) if found]:
            for other in (None, 1, "x", "", [], [1], {}, {"name": {"value": 1}}):
                changed = deepcopy(files)
                inner = changed[file]
                for key in path[:-1]:
                    inner = inner[key]
                inner[path[-1]] = other
                texts = {name: json.dumps(document) for name, document in changed.items()}
                judge(package.read(texts, listing.ASSETS.parent))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ('{"a": 1', "line 1: a comma expected"),
        ('{"a": [1,\n]}', "line 2: a comma before the end"),
        ('{"a" 1}', "line 1: a ':' expected"),
        ("{'a': 1}", "line 1: a key expected"),
        ("nil", "line 1: a value expected"),
        ("{} {}", "line 1: something after the end"),
        ("[" * 100_000, "line 1: nested too deep"),
    ],
)
def test_broken_json_says_where(tmp_path, given, reason):
    (tmp_path / "en-US.json").write_text(given)
    (found,) = check(tmp_path / "en-US.json")
    assert (found.rule, found.says) == ("unreadable", f"not JSON: {reason.partition(': ')[2]}")
    assert f"line {found.line}: " in reason


def test_what_is_read_is_what_json_reads():
    document = ' {"a": [1, -2.5e3, true, false, null, "\\u00e9\\n", {}, []],\n "b": {"c": ""}}\n'
    assert located.read(document) == json.loads(document)
    assert located.read(document)["b"]["c"].line == 2
