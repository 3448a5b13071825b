"""A handler in a process of its own, which cannot hang, flood or end what asks it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from signal import SIGKILL
from threading import Thread
from typing import Any

from skill.lint.probe.finding import ProbeError
from skill.lint.probe.subject import Handler

STARTING, ANSWERING = 30.0, 8.0  # seconds; eight is what Alexa waits
_LONGEST = 300  # characters of what was raised
_LARGEST = 4_000_000  # characters of one answer that are read
_HERE = Path(__file__).parent


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
            self.stop()
            return Outcome(fault="ends the process")
        return self._next(self._answering)

    def stop(self) -> None:
        """End the process, and whatever it started."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, SIGKILL)
        process.wait()
        self._reader.join()  # it ends with the process's output
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(OSError):  # what was still to be written has nobody to read it
                pipe.close()

    def _start(self) -> Outcome:
        self._lines = Queue()
        self._process = subprocess.Popen(
            _command(self.handler),
            cwd=self.handler.file.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._reader = Thread(target=_read, args=(self._process, self._lines), daemon=True)
        self._reader.start()
        return self._next(self._starting)

    def _next(self, seconds: float) -> Outcome:
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            self.stop()
            self.unanswered += 1
            return Outcome(fault=f"no answer in {seconds:g} seconds", slow=True)
        if line is None:
            self.stop()
            return Outcome(fault="ends the process")
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            return Outcome(fault="answers with what is no JSON, or far too large")
        if "raised" in found:
            place = str(found.get("file") or ""), int(found.get("line") or 1)
            reason = str(found["raised"]).partition("\n")[0][:_LONGEST]
            return Outcome(None, f"raises {reason}", False, *place)
        return Outcome(found.get("answer"))


def _read(process: "subprocess.Popen[str]", lines: "Queue[str | None]") -> None:
    assert process.stdout
    while line := process.stdout.readline(_LARGEST):
        lines.put(line)
    lines.put(None)


def _command(handler: Handler) -> list[str]:
    if handler.language == "node":
        node = shutil.which("node")
        if node is None:
            raise ProbeError(f"--handler {handler.file.name}: this needs node, which is not here")
        return [node, str(_HERE / "run_node.cjs"), str(handler.file), handler.function]
    own = handler.file.parent
    places = (one / ".venv" / "bin" / "python" for one in (own, *own.parents[:2]))
    python = next((str(one) for one in places if one.is_file()), sys.executable)
    root = own.parent if handler.file.name == "__init__.py" else own
    for _ in range(handler.module.count(".")):
        root = root.parent
    return [python, str(_HERE / "run_python.py"), str(root), handler.module, handler.function]
