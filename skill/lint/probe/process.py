"""A handler in a process of its own, which cannot hang, flood or end what asks it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from signal import SIGKILL
from threading import Thread
from typing import Any

from skill.lint.finding import BadPackageError
from skill.lint.probe.subject import Handler

STARTING, ANSWERING = 30.0, 8.0  # seconds; eight is what Alexa waits
_LONGEST = 300  # characters of what was raised
_LARGEST = 4_000_000  # characters of one answer that are read
_KEPT = 100  # lines of what it writes beside its answers, each of at most so many characters:
_LONGEST_KEPT = 1_000
_REASON = re.compile(r"^[\w.]*(?:Error|Exception)\b.*$", re.M)
_HERE = Path(__file__).parent
# Of what Lambda sets, that which SDKs ask for.
_LAMBDA = {
    "AWS_REGION": "us-east-1",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_LAMBDA_FUNCTION_NAME": "probe",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one request: an answer, or why there is none and where that was raised."""

    answer: object = None
    fault: str = ""
    slow: bool = False
    file: str = ""
    line: int = 1


class HandlerProcess:
    """The process of one handler. It is started when it is needed, anew where it ended."""

    def __init__(
        self, handler: Handler, starting: float = STARTING, answering: float = ANSWERING
    ) -> None:
        self.handler, self._starting, self._answering = handler, starting, answering
        self.loads = True  # False once it could not be imported
        self.unanswered = 0  # requests that took too long
        self._process: subprocess.Popen[str] | None = None
        self._lines: Queue[str | None] = Queue()
        self._written: deque[str] = deque()
        self._readers: list[Thread] = []

    def __enter__(self) -> "HandlerProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def ask(self, request: Mapping[str, Any]) -> Outcome:
        """Send one request and return what came of it, within seconds."""
        if self._process is None:
            started = self._start()
            if started.fault:
                self.loads = False
                self.stop()
                return started
        assert self._process
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError:
            return self._ended()
        return self._next(self._answering)

    def stop(self) -> None:
        """End the process, and whatever it started."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, SIGKILL)
        process.wait()
        for reader in self._readers:
            reader.join()  # it ends with the process's output
        for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
            with suppress(OSError):  # what was still to be written has nobody to read it
                pipe.close()

    def _start(self) -> Outcome:
        self._lines = Queue()
        self._process = subprocess.Popen(
            _command(self.handler),
            cwd=self.handler.file.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**_LAMBDA, **os.environ},
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._written = deque(maxlen=_KEPT)
        self._readers = [
            Thread(target=_read, args=(self._process, self._lines), daemon=True),
            Thread(target=_keep, args=(self._process, self._written), daemon=True),
        ]
        for reader in self._readers:
            reader.start()
        return self._next(self._starting)

    def _next(self, seconds: float) -> Outcome:
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            self.stop()
            self.unanswered += 1
            return Outcome(fault=f"no answer in {seconds:g} seconds", slow=True)
        if line is None:
            return self._ended()
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            return Outcome(fault="answers with what is no JSON, or far too large")
        if "missing" in found:
            reason = f"{found['missing']}; what it needs has to be installed first"
            raise BadPackageError(f"--handler {self.handler.file.name}: {reason}")
        if "raised" in found:
            place = str(found.get("file") or ""), int(found.get("line") or 1)
            reason = str(found["raised"]).partition("\n")[0][:_LONGEST]
            return Outcome(None, f"raises {reason}", False, *place)
        return Outcome(found.get("answer"))

    def _ended(self) -> Outcome:
        self.stop()
        found = _REASON.search("".join(self._written))
        reason = f": {found[0].strip()[:_LONGEST]}" if found else ""
        return Outcome(fault=f"ends the process{reason}")


def _keep(process: "subprocess.Popen[str]", written: "deque[str]") -> None:
    """Read what a process writes beside its answers; the last of it is kept."""
    assert process.stderr
    while line := process.stderr.readline(_LONGEST_KEPT):
        written.append(line)


def _read(process: "subprocess.Popen[str]", lines: "Queue[str | None]") -> None:
    assert process.stdout
    while line := process.stdout.readline(_LARGEST):
        lines.put(line)
    lines.put(None)


def _command(handler: Handler) -> list[str]:
    if handler.language == "node":
        node = shutil.which("node")
        if node is None:
            raise BadPackageError(
                f"--handler {handler.file.name}: this needs node, which is not here"
            )
        return [node, str(_HERE / "run_node.cjs"), str(handler.file), handler.function]
    own = handler.file.parent
    places = (one / ".venv" / "bin" / "python" for one in (own, *own.parents[:2]))
    python = next((str(one) for one in places if one.is_file()), sys.executable)
    root = own.parent if handler.file.name == "__init__.py" else own
    for _ in range(handler.module.count(".")):
        root = root.parent
    return [python, str(_HERE / "run_python.py"), str(root), handler.module, handler.function]
