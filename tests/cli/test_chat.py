"""`leg-day chat`, through a real terminal and through a pipe."""

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from skill.simulator.terminal import speaker
from tests.conftest import LEG_DAY


class Terminal:
    """A person at a terminal: types lines, reads what appears."""

    def __init__(self, descriptor: int, command: "subprocess.Popen[bytes]") -> None:
        self._descriptor, self._command = descriptor, command
        self._unread = ""

    def type(self, line: str) -> None:
        os.write(self._descriptor, line.encode() + b"\n")

    def presses_ctrl_c(self) -> None:
        """Interrupt until it works.

        What comes just as the prompt is drawn is not noticed before the next key: readline waits
        on, the interpreter only notes the signal.
        """
        for _ in range(6):
            self._command.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self._command.wait(timeout=5)  # another in its last moments would kill it
                return

    def sees(self, text: str, seconds: float = 60) -> str:
        """Wait until `text` appears; return everything up to its end, which is not seen again."""
        until = time.monotonic() + seconds
        while text not in self._unread:
            ready, _, _ = select.select(
                [self._descriptor], [], [], max(0, until - time.monotonic())
            )
            assert ready, f"no {text!r} in {self._unread!r}"
            self._unread += os.read(self._descriptor, 4096).decode()
        before, found, self._unread = self._unread.partition(text)
        return before + found


@contextmanager
def chatting(environment: dict[str, str]) -> Iterator[Terminal]:
    """`leg-day chat` at a terminal of its own; it has to end well."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [str(LEG_DAY), "chat"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment | {"TERM": "xterm"},
    )
    os.close(theirs)
    try:
        yield Terminal(ours, command)
        assert command.wait(timeout=60) == 0
    finally:
        command.kill()
        command.wait()
        os.close(ours)


def test_a_conversation_at_a_terminal(environment):
    with chatting(environment) as terminal:
        assert "Leg Day" in terminal.sees("> ")
        terminal.type("does running count as leg day")
        assert "\x1b[36mPartly." in terminal.sees("\x1b[0m")
        terminal.sees("> ")
        terminal.type(":why")
        assert "DoesRunningCountIntent (exact, 1.00)" in terminal.sees("claims  verdict")
        terminal.sees("> ")
        terminal.type("\x1b[A\x1b[A")  # up, up: the question again, from the history
        terminal.sees("Partly, since")
        terminal.sees("> ")
        terminal.type("stop")
        terminal.sees("The session has ended.")
        terminal.sees("> ")
        terminal.presses_ctrl_c()


def test_the_goal_is_remembered_when_the_chat_begins_again(leg_day):
    leg_day("chat", typed="my goal is bigger legs\nstop\n:quit\n")
    finished = leg_day("chat", typed="jog or sprint\n:quit\n")
    assert "bigger legs" in finished.stdout
    assert "Sprint. If you're skipping leg day" in finished.stdout


def test_through_a_pipe_there_are_no_colours(leg_day):
    typed = "does running count as leg day\n:why\n:help\n\n:new\n:quit\nnot read"
    finished = leg_day("chat", typed=typed)
    assert (finished.stderr, finished.exit_code) == ("", 0)
    assert "\x1b" not in finished.stdout
    assert "Partly. Running gives you plenty" in finished.stdout
    assert "claims  verdict" in finished.stdout


@pytest.mark.parametrize("typed", ["", "stop\n", ":why\n", "\x00\n", "🏃\n"])
def test_the_end_of_input_ends_the_chat(leg_day, typed):
    finished = leg_day("chat", typed=typed)
    assert (finished.stderr, finished.exit_code) == ("", 0)


def test_replies_are_spoken_through_espeak_where_it_is(monkeypatch, tmp_path):
    spoken, program = tmp_path / "spoken", tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\ncat > {spoken}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    speaker()("It depends on your goal.")
    assert spoken.read_text() == "It depends on your goal."
