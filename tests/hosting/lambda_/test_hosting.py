"""docs/hosting.md: its sums are right, and what it tells people to type is there."""

import re
from pathlib import Path

import pytest

from skill.cli import main
from tests.hosting.lambda_.test_template import STACK

GUIDE = (Path(__file__).parents[3] / "docs" / "hosting.md").read_text("utf-8")
SIZES = {1_000: 1.0, 1_000_000: 0.01, 100_000_000: 0.001}  # users: sessions that meet a new start
SNAPSHOT = 0.5 * 2_628_000 * 0.0000015046


def costs(users, share):
    """The lines of the bill, from the assumptions."""
    return {
        "requests": 12 * users * 0.20 / 1e6,
        "processor": 12 * users * 0.005 * 0.0000133334,
        "reads": 4 * users * 0.125 / 1e6,
        "writes": 0.1 * users * 0.625 / 1e6,
        "items": users * 250 * 0.25 / 1e9,
        "logs": 12 * users * 350 * 0.50 / 1e9,
        "starts": 4 * users * share * 0.5 * 0.0001397998,
        "one snapshot": SNAPSHOT,
        "alarms": 0.70,
    }


def row(name):
    """The three amounts of a row of the bill."""
    (line,) = re.findall(rf"^\| \**{re.escape(name)}\** \|.*$", GUIDE, re.MULTILINE)
    cells = [cell.strip(" *") for cell in line.split("|")[3:6]]
    return [float(cell.strip("$").replace(",", "")) for cell in cells]


@pytest.mark.parametrize("name", costs(1, 1))
def test_a_line_of_the_bill_is_worked_out_right(name):
    assert row(name) == [round(costs(*size)[name] + 1e-9, 2) for size in SIZES.items()]


def test_the_sum_is_the_sum():
    assert row("sum") == [round(sum(costs(*size).values()), 2) for size in SIZES.items()]


def test_the_answers_a_second_are_worked_out_right():
    (line,) = re.findall(r"^\| answers a second, average \|(.*)\|$", GUIDE, re.MULTILINE)
    said = [float(cell) for cell in line.split("|")]
    assert said == pytest.approx([12 * users / 2_628_000 for users in SIZES], rel=0.1)


@pytest.mark.parametrize("line", re.findall(r"leg-day (?:check|package)[^\n`]*", GUIDE))
def test_a_command_of_ours_exists_with_its_options(line):
    command = main.commands[line.split()[1]]
    assert set(re.findall(r"--[a-z]+", line)) <= {
        name for option in command.params for name in option.opts
    }


def test_the_stack_takes_the_parameters_that_it_is_given():
    given = re.findall(r"(\w+)=", re.findall(r"--parameter-overrides (.*)", GUIDE)[0])
    assert set(given) == set(STACK["Parameters"])
    assert "OutputKey=='Endpoint'" in GUIDE
    assert "Endpoint" in STACK["Outputs"]
