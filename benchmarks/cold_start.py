"""From a new interpreter to its first answer, as on a cold Lambda.

Ours is lambda.zip as `leg-day package` makes it, unpacked; the SDK's hello world stands in a
folder of its own with its bytecode, as pip leaves it. -I and -S: nothing else of this environment.
The floor is what no answer made of the SDK's models can go below: importing those that it takes.
"""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.alexa import SKILL_ID, intent_request
from benchmarks.cores import describe, on_core
from benchmarks.peers import install
from benchmarks.report import report, workshop
from skill.publish.bundle import write

TURNS = 21
_FLOOR = (
    "import sys; sys.path.insert(0, sys.argv[1]); import json, logging;"
    "import ask_sdk_model, ask_sdk_core.handler_input, ask_sdk_core.attributes_manager;"
    "import ask_sdk_model.interfaces.system, ask_sdk_model.interfaces.viewport;"
    "import ask_sdk_model.interfaces.alexa.presentation.apl"
)
_FIRST = (
    "import sys; folder, event = sys.argv[1:]; sys.path.insert(0, folder); import json;"
    "from {module} import lambda_handler as answer;"
    "assert 'ssml' in answer(json.load(open(event)), None)['response']['outputSpeech']"
)


def main() -> None:
    commands = _commands()
    wall: dict[str, list[float]] = {name: [] for name in commands}
    busy: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(TURNS + 1):
        for name, command in commands.items():
            took, worked = _run(command)
            if turn:  # the first fills the disk's cache
                wall[name].append(took)
                busy[name].append(worked)
    ours = median(wall["Leg Day, lambda.zip"])
    rows = [
        (name, median(times), min(times), median(busy[name]), ours / median(times))
        for name, times in wall.items()
    ]
    columns = ("started", "ms", "least ms", "CPU ms", "ours is x times it")
    report("cold_start", f"Start to first answer ({describe()})", columns, rows)


def _commands() -> dict[str, list[str]]:
    event = workshop() / "event.json"
    event.write_bytes(intent_request())
    python, ours = [sys.executable, "-I", "-S", "-c"], str(_unpacked())
    commands = {
        "Leg Day, lambda.zip": [
            *(*python, _FIRST.format(module="lambda_function")),
            *(ours, str(event)),
        ],
        "Python SDK, hello world": [
            *(*python, _FIRST.format(module="hello")),
            *(str(_hello()), str(event)),
        ],
        "Python SDK, the models' imports": [*python, _FLOOR, ours],
        "Python alone": [*python, "pass"],
    }
    if node := install.node():
        commands["Node SDK, hello world"] = ["node", str(node / "hello.js"), str(event)]
        commands["Node alone"] = ["node", "-e", "0"]
    return commands


def _unpacked() -> Path:
    folder = workshop() / "lambda"
    shutil.rmtree(folder, ignore_errors=True)
    write(workshop() / "lambda.zip")
    with zipfile.ZipFile(workshop() / "lambda.zip") as archive:
        archive.extractall(folder)
    return folder


def _hello() -> Path:
    """The hello world beside what pip installs for it, compiled."""
    folder = workshop() / "hello"
    if not (folder / "ask_sdk_core").is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # The dateutil that our own environment has: botocore, which is in it, takes none above.
        packages = ["ask-sdk-core", "python-dateutil<3"]
        subprocess.run([*pip, "--target", str(folder), *packages], check=True)
    shutil.copy(Path(__file__).parent / "peers" / "hello.py", folder)
    compileall.compile_dir(folder, quiet=2)
    return folder


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Milliseconds on the clock, and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        command,
        env={"LEG_DAY_STORE": "memory:", "LEG_DAY_SKILL_ID": SKILL_ID, "PATH": os.environ["PATH"]},
        preexec_fn=on_core(1),
        stdout=subprocess.DEVNULL,  # ours logs a line
        check=True,
    )
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took * 1_000, worked * 1_000
