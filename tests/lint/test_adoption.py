"""What other projects put into their CI: the pre-commit hook and the GitHub action."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.lint.sound import Skill

ROOT = Path(__file__).parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


@pytest.fixture
def faulty(tmp_path):
    """A project with a fault for the build and one for certification."""
    skill = Skill()
    skill.water["samples"] = ["how hot is it?"]
    skill.publishing["category"] = ""
    (tmp_path / "skill-package").mkdir()
    skill.write(tmp_path / "skill-package")
    return tmp_path


def shell(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as CI does, with this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, **variables}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def step(**inputs: str) -> tuple[str, dict[str, str]]:
    """The action's last step with its inputs filled in: its command and its variables."""
    values = {name: row["default"] for name, row in ACTION["inputs"].items()} | inputs
    last = ACTION["runs"]["steps"][-1]
    filled = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: values[found[1]], value)
        for name, value in last["env"].items()
    }
    return last["run"], filled


def test_the_hook_stops_a_commit_with_a_fault(faulty):
    ran = shell(shlex.join([*shlex.split(HOOK["entry"]), *HOOK["args"]]), faulty)
    assert ran.returncode == 1
    assert [line.rpartition("[")[2] for line in ran.stdout.splitlines()] == [
        "sample-characters]",
        "category-missing]",
    ]


@pytest.mark.parametrize(
    ("file", "looked_at"),
    [("skill-package/skill.json", True), ("pyproject.toml", True), ("lambda/index.js", False)],
)
def test_the_hook_runs_for_what_it_reads(file, looked_at):
    assert bool(re.search(HOOK["files"], file)) == looked_at


def test_the_action_annotates_and_fails(faulty):
    command, variables = step(paths="skill-package", stage="build")
    ran = shell(command, faulty, **variables)
    assert ran.returncode == 1
    assert ran.stdout.splitlines() == [
        "::error file=skill-package/interactionModels/custom/en-US.json,line=28,"
        'title=sample-characters::WaterIntent: "how hot is it?" has "?"'
    ]


def test_no_input_of_the_action_is_a_command(faulty):
    command, variables = step(paths="$(touch here); touch here")
    ran = shell(command, faulty, **variables)
    assert (ran.returncode, (faulty / "here").exists()) == (2, False)


def test_both_let_a_sound_package_pass(tmp_path):
    (tmp_path / "skill-package").mkdir()
    Skill().write(tmp_path / "skill-package")
    hook = shell(shlex.join([*shlex.split(HOOK["entry"]), *HOOK["args"]]), tmp_path)
    command, variables = step()
    action = shell(command, tmp_path, **variables)
    assert (hook.returncode, hook.stdout, action.returncode, action.stdout) == (0, "", 0, "")
