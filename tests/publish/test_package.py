"""`leg-day package`: what it writes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import skill
from skill.publish import bundle, listing, package

LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "dist"
    list(package.write(out))
    return out


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


def test_the_command_shows_what_it_has_written(tmp_path, leg_day):
    ran = leg_day("package", "--out", str(tmp_path / "d"))
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
def test_a_bad_option_is_one_line(tmp_path, leg_day, options, reason):
    ran = leg_day("package", "--out", str(tmp_path / "d"), *options)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (2, "", f"leg-day: {reason}\n")
    assert not (tmp_path / "d").exists()


def test_a_place_that_cannot_be_written_is_one_line(tmp_path, leg_day):
    (tmp_path / "file").write_text("")
    ran = leg_day("package", "--out", str(tmp_path / "file"))
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
