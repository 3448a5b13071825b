"""What the README tells people to type is there to be typed."""

import re
from pathlib import Path

import pytest

from skill.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TYPED = "\n".join([*re.findall(r"```.*?```", README, re.DOTALL), *re.findall(r"`[^`\n]+`", README)])
COMMANDS = sorted(set(re.findall(r"\bleg-day ([a-z]+)", TYPED)))
TARGETS = sorted(set(re.findall(r"\bmake ([a-z]+)", TYPED)))
FILES = sorted(set(re.findall(r"`((?:skill|tests|interaction_model|lambda)/[\w./-]*)`", README)))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_exists(command):
    assert command in main.commands


@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_of_the_readme_exists(command):
    known = {name for option in main.commands[command].params for name in option.opts}
    known |= {name for option in main.commands[command].params for name in option.secondary_opts}
    for line in re.findall(rf"leg-day {command}\b([^\n`#|]*)", TYPED):
        unquoted = re.sub(r"\"[^\"]*\"|'[^']*'", "", line)
        assert set(re.findall(r"--[a-z-]+", unquoted)) <= known | {"--help"}


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_of_the_readme_exists(target):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_readme_exists(file):
    assert (ROOT / file).exists()


def test_every_command_is_in_the_readme():
    assert set(main.commands) - set(COMMANDS) == set()


def test_every_make_target_that_has_a_use_is_in_the_readme():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) - {"clean", "lint"}
    assert targets - set(TARGETS) == set()
