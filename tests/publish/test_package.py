"""`leg-day package`: what it writes, and that Lambda could run it."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import skill
from skill.cli import main
from skill.publish import bundle, listing, package

LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]
REQUEST = {
    "version": "1.0",
    "session": {
        "new": True,
        "sessionId": "amzn1.echo-api.session.1",
        "application": {"applicationId": "amzn1.ask.skill.1"},
        "attributes": {},
        "user": {"userId": "amzn1.ask.account.1"},
    },
    "context": {
        "System": {
            "application": {"applicationId": "amzn1.ask.skill.1"},
            "user": {"userId": "amzn1.ask.account.1"},
            "device": {"deviceId": "amzn1.ask.device.1", "supportedInterfaces": {}},
        }
    },
    "request": {
        "type": "IntentRequest",
        "requestId": "amzn1.echo-api.request.1",
        "locale": "en-US",
        "timestamp": datetime(2026, 11, 1, tzinfo=UTC).isoformat(),
        "intent": {"name": "BestWorkoutIntent", "confirmationStatus": "NONE", "slots": {}},
    },
}
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
def dist(tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "dist"
    list(package.write(out))
    return out


def answer_from(folder):
    """What the unpacked bundle answers, in a Python with nothing else to import from."""
    environment = {"LEG_DAY_STORE": "memory:", "LEG_DAY_SKILL_ID": "amzn1.ask.skill.1"}
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-W", "error", "-c", ANSWER, str(folder)],
        input=json.dumps(REQUEST),
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout.splitlines()[-1])  # the others are the log


def test_the_files_of_the_package(dist):
    assert sorted(str(path.relative_to(dist)) for path in dist.rglob("*") if path.is_file()) == [
        "ask-resources.json",
        "lambda.zip",
        "skill-package/assets/icon-108.png",
        "skill-package/assets/icon-512.png",
        "skill-package/interactionModels/custom/en-AU.json",
        "skill-package/interactionModels/custom/en-CA.json",
        "skill-package/interactionModels/custom/en-GB.json",
        "skill-package/interactionModels/custom/en-IN.json",
        "skill-package/interactionModels/custom/en-US.json",
        "skill-package/skill.json",
    ]


def test_ask_cli_is_told_where_the_skill_package_is(dist):
    assert json.loads((dist / "ask-resources.json").read_text()) == {
        "askcliResourcesVersion": "2020-03-31",
        "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
    }


def test_the_bundle_answers_on_its_own(dist, tmp_path):
    with zipfile.ZipFile(dist / "lambda.zip") as archive:
        archive.extractall(tmp_path)
    said = answer_from(tmp_path)
    assert said["answer"]["response"]["outputSpeech"]["ssml"].startswith(
        "<speak>The one you actually get done. No workout beats that."
    )
    assert said["answer"]["response"]["shouldEndSession"] is False
    assert said["outside"] == []


def test_the_bundle_compiles_nothing_when_it_starts(dist, tmp_path):
    """The bytecode is read even though every source is newer and another one by now."""
    with zipfile.ZipFile(dist / "lambda.zip") as archive:
        archive.extractall(tmp_path)
    for path in tmp_path.rglob("*.py"):
        path.write_text("raise AssertionError('compiled from source')")
        os.utime(path)
    said = answer_from(tmp_path)
    assert said["answer"]["version"] == "1.0"
    assert said["uncompiled"] == []


def test_only_what_answers_need_is_in_the_bundle(dist):
    with zipfile.ZipFile(dist / "lambda.zip") as archive:
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
    ours = {name.split("/")[1] for name in names if name.startswith("skill/")}
    assert not ours & {
        "simulator",
        "server",
        "web.py",
        "verification",
        "publish",
        "cli.py",
        "pages",
    }
    assert len([name for name in names if name.startswith("ask_sdk_model/")]) > 1000


def test_the_bundle_is_the_same_byte_for_byte(dist, tmp_path):
    """Made by another process with other hashes, in another folder, at another time."""
    again = tmp_path / "again.zip"
    make = "import sys; from pathlib import Path; from skill.publish import bundle as b; "
    make += "b.write(Path(sys.argv[1]))"
    other = {"PYTHONHASHSEED": "1234"}
    subprocess.run(
        [sys.executable, "-c", make, str(again)], env=other, cwd="/", check=True, timeout=60
    )
    assert again.read_bytes() == (dist / "lambda.zip").read_bytes()


def test_the_command_shows_what_it_has_written(tmp_path):
    ran = CliRunner().invoke(main, ["package", "--out", str(tmp_path / "d")])
    assert ran.exit_code == 0
    lines = ran.stdout.replace(str(tmp_path), "").splitlines()
    assert lines[:2] == ["/d/ask-resources.json", "/d/skill-package/skill.json"]
    assert lines[2:7] == [
        f"/d/skill-package/interactionModels/custom/{one}.json" for one in LOCALES
    ]
    assert lines[7] == "/d/skill-package/assets: icon-108.png, icon-512.png"
    assert lines[8].startswith("/d/lambda.zip: ")
    assert lines[8].endswith(f"MB, for {bundle.RUNTIME}")
    assert lines[9:] == [
        "privacy and terms: https://leg-day.example.com is a placeholder, "
        "give your own with --site",
        "endpoint: none yet, give the function's ARN or your https address with --endpoint",
    ]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (
            ["--site", "http://a.org"],
            "http://a.org is neither an https address nor a Lambda function's ARN",
        ),
        (
            ["--endpoint", "arn:aws:s3:::b"],
            "endpoint: arn:aws:s3:::b is not the ARN of a Lambda function",
        ),
        (
            ["--endpoint", "lambda"],
            "lambda is neither an https address nor a Lambda function's ARN",
        ),
    ],
)
def test_a_bad_option_is_one_line(tmp_path, options, reason):
    ran = CliRunner().invoke(main, ["package", "--out", str(tmp_path / "d"), *options])
    assert (ran.exit_code, ran.stdout, ran.stderr) == (2, "", f"leg-day: {reason}\n")
    assert not (tmp_path / "d").exists()


def test_a_place_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    ran = CliRunner().invoke(main, ["package", "--out", str(tmp_path / "file")])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1


def test_outside_a_checkout_it_is_one_line(tmp_path):
    shutil.copytree(Path(skill.__file__).parent, tmp_path / "skill")
    ran = subprocess.run(
        [sys.executable, "-m", "skill", "package"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    missing = tmp_path / "lambda" / "lambda_function.py"
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"leg-day: {missing} is missing: package the skill in a checkout of its repository\n"
    )
    assert not (tmp_path / "dist").exists()


def test_an_earlier_package_is_replaced_and_nothing_else(tmp_path):
    stale = tmp_path / "skill-package" / "interactionModels" / "custom" / "de-DE.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}")
    (tmp_path / "notes.txt").write_text("mine")
    list(package.write(tmp_path))
    assert not stale.exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_the_endpoint_is_the_function_or_the_web_service():
    arn = "arn:aws:lambda:us-east-1:123456789012:function:leg-day"
    assert listing.manifest(endpoint=arn)["manifest"]["apis"]["custom"]["endpoint"] == {"uri": arn}
    assert listing.manifest(endpoint="https://a.org/")["manifest"]["events"]["endpoint"] == {
        "uri": "https://a.org",
        "sslCertificateType": "Trusted",
    }
