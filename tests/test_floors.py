"""The package is a house: a module imports only from lower floors, and never a sibling."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import skill

ROOT = Path(skill.__file__).parent
# A unit is free inside.
FLOORS = [
    ["blocking", "content", "dialog.numbers"],
    ["dialog.how_often", "dialog.quantities", "dialog.screen", "dialog.session", "dialog.speech"],
    ["dialog.health", "dialog.multiples", "dialog.reply", "dialog.runs", "persistence"],
    ["handlers"],
    ["alexa.interaction_model", "alexa.serializer", "alexa.verification", "dialog.dispatcher"],
    ["dialog.factory"],
    ["hosting", "simulator.device", "simulator.nlu", "simulator.signing", "simulator.stages"],
    ["simulator.conversation"],
    ["publish", "simulator.page", "simulator.terminal", "speakers"],
    ["lint"],
    ["cli"],
    ["__main__"],
]
FLOOR = {f"skill.{unit}": number for number, units in enumerate(FLOORS) for unit in units}
MODULES = {
    ".".join(("skill", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in ROOT.rglob("*.py")
}
EMPTY = ("skill", "skill.alexa", "skill.dialog", "skill.simulator")


def unit(module: str) -> str | None:
    """The unit of FLOORS that a module belongs to."""
    return next((u for u in FLOOR if module == u or module.startswith(f"{u}.")), None)


def imported(module: str) -> Iterator[str]:
    """Every module that one imports, anywhere in it; `from a import b` as a.b where that is one."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else str(node.module)


def imports_of(package: str) -> set[str]:
    """The modules of ours that import a package of somebody else's."""
    return {m for m in MODULES if any(i.split(".")[0].startswith(package) for i in imported(m))}


def test_every_module_has_a_floor():
    assert {module for module in MODULES if unit(module) is None} - set(EMPTY) == set()


def test_packages_that_only_hold_others_import_nothing():
    assert {module: list(imported(module)) for module in EMPTY} == {name: [] for name in EMPTY}


def test_a_module_imports_only_from_lower_floors():
    wrong = [
        f"{module} imports {other}"
        for module in MODULES
        for other in imported(module)
        if (here := unit(module)) and (there := unit(other))
        if here != there
        if FLOOR[there] >= FLOOR[here]
    ]
    assert wrong == []


def test_the_ground_floor_stands_on_the_standard_library_alone():
    ground = [module for module in MODULES if FLOOR.get(str(unit(module)), 2) < 2]
    foreign = {
        f"{module} imports {other}"
        for module in ground
        for other in imported(module)
        if other.split(".")[0] not in sys.stdlib_module_names and other not in ground
    }
    assert foreign == set()


def test_flask_is_for_the_endpoint_and_the_simulators_page():
    allowed = ("skill.hosting", "skill.simulator.page")
    assert {module for module in imports_of("flask") if not module.startswith(allowed)} == set()


def test_boto3_is_for_dynamodb():
    assert imports_of("boto") <= {"skill.persistence.dynamodb"}


def test_the_simulators_ears_and_device_know_nothing_of_the_skill():
    for module in MODULES:
        if module.startswith(("skill.simulator.nlu", "skill.simulator.device")):
            ours = {other for other in imported(module) if other.startswith("skill")}
            allowed = ("skill.simulator.nlu", "skill.alexa.interaction_model")
            assert all(other.startswith(allowed) for other in ours), module


def test_the_map_names_every_part_of_the_package():
    named = {
        line.split()[0].rstrip("/,")
        for line in str(skill.__doc__).splitlines()
        if line[:4] == "    "
    }
    named |= {"__main__"}
    parts = {module.split(".")[1] for module in MODULES if "." in module}
    assert parts - named == set()
