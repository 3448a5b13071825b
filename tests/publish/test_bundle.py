"""lambda.zip: that Lambda could run it, and what is in it."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from skill import content
from skill.publish import bundle
from tests.hosting.lambda_.events import SKILL, intent

ANSWER = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
import lambda_function
stdlib = os.path.dirname(os.__file__)
print(json.dumps({
    "answer": lambda_function.lambda_handler(json.load(sys.stdin), None),
    "outside": [
        name for name, module in sys.modules.items()
        if (file := getattr(module, "__file__", None)) and not file.startswith(sys.argv[1])
        and (not file.startswith(stdlib) or "site-packages" in file)
    ],
    "uncompiled": [
        name for name, module in sys.modules.items()
        if getattr(module, "__cached__", None) and module.__cached__.startswith(sys.argv[1])
        and not os.path.exists(module.__cached__)
    ],
}))
"""


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    path = tmp_path_factory.mktemp("out") / "lambda.zip"
    bundle.write(path)
    return path


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)


def answer_from(folder):
    """What the unpacked bundle answers, in a Python with nothing else to import from."""
    environment = {"LEG_DAY_STORE": "memory:", "LEG_DAY_SKILL_ID": SKILL}
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-W", "error", "-c", ANSWER, str(folder)],
        input=json.dumps(intent("BestWorkoutIntent")),
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout.splitlines()[-1])  # the others are the log


def test_the_bundle_answers_on_its_own(bundled, tmp_path):
    unpack(bundled, tmp_path)
    said = answer_from(tmp_path)
    assert said["answer"]["response"]["outputSpeech"]["ssml"].startswith(
        "<speak>The one you actually get done. No workout beats that."
    )
    assert said["answer"]["response"]["shouldEndSession"] is False
    assert said["outside"] == []


def test_the_bundle_compiles_nothing_when_it_starts(bundled, tmp_path):
    """The bytecode is read even though every source is newer and another one by now."""
    unpack(bundled, tmp_path)
    for path in tmp_path.rglob("*.py"):
        path.write_text("raise AssertionError('compiled from source')")
        os.utime(path)
    said = answer_from(tmp_path)
    assert said["answer"]["version"] == "1.0"
    assert said["uncompiled"] == []


def test_only_what_answers_need_is_in_the_bundle(bundled):
    with zipfile.ZipFile(bundled) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "__pycache__",
        "ask_sdk_core",
        "ask_sdk_model",
        "ask_sdk_runtime",
        "dateutil",
        "lambda_function.py",
        "platformdirs",
        "six.py",
        "skill",
    }
    unneeded = "simulator lint publish speakers cli.py alexa/verification".split()
    unneeded += "hosting/server.py hosting/endpoint.py hosting/pages".split()
    prefixes = tuple(f"skill/{one}" for one in unneeded)
    assert [name for name in names if name.startswith(prefixes)] == []
    assert len([name for name in names if name.startswith("ask_sdk_model/")]) > 1000


def test_the_bundle_is_the_same_byte_for_byte(bundled, tmp_path):
    """Made by another process with other hashes, in another folder, at another time."""
    again = tmp_path / "again.zip"
    make = "import sys; from pathlib import Path; from skill.publish import bundle as b; "
    make += "b.write(Path(sys.argv[1]))"
    other = {"PYTHONHASHSEED": "1234"}
    subprocess.run(
        [sys.executable, "-c", make, str(again)], env=other, cwd="/", check=True, timeout=60
    )
    assert again.read_bytes() == bundled.read_bytes()


def test_the_content_is_the_same_in_json(bundled):
    with zipfile.ZipFile(bundled) as archive:
        names = [name for name in archive.namelist() if name.startswith("skill/content/")]
        found = {name: json.loads(archive.read(name)) for name in names if name.endswith(".json")}
    assert not [name for name in names if name.endswith(".toml")]
    assert found == {
        f"skill/content/{name}.json": content.read(name)
        for name in ("article", *(f"en/{theme}" for theme in content.read_themes("en")))
    }
