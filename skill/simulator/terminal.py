"""Talking to the skill in a terminal: `leg-day ask` and `leg-day chat`."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from skill.alexa.interaction_model import ModelError
from skill.simulator.conversation import Conversation, Turn
from skill.simulator.device import Door

HELP = (
    "Type what you would say. :why shows what was understood, :new comes back later, :quit leaves."
)


def ask_lines(door: Door, lines: Iterable[str], locale: str, screen: bool) -> Iterator[str]:
    """Answer JSON lines with JSON lines, one for one; a line that cannot be read with its error.

    A line is {"utterance": …} or {"launch": true}, with optional "session", "user", "new_session"
    and "locale". Lines with the same session share a conversation; one without is on its own.
    """
    sessions: dict[str, Conversation] = {}
    for line in lines:
        if line.strip():
            yield json.dumps(_answer_line(door, line, sessions, locale, screen), ensure_ascii=False)


def _answer_line(
    door: Door, line: str, sessions: dict[str, Conversation], locale: str, screen: bool
) -> dict[str, Any]:
    try:
        asked = _read(line)
        conversation = _conversation(door, asked, sessions, locale, screen)
        if asked.get("new_session"):
            conversation.come_back()
        turn = (
            conversation.launch() if asked.get("launch") else conversation.say(asked["utterance"])
        )
    except (ValueError, ModelError) as fault:
        return {"error": str(fault)}
    return turn.report()


def _read(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as fault:
        raise ValueError(f"not JSON: {fault}") from None
    except RecursionError:
        raise ValueError("not JSON: nested too deeply") from None
    if not isinstance(asked, dict):
        raise ValueError("a line is a JSON object")
    if asked.get("launch") is not True and not isinstance(asked.get("utterance"), str):
        raise ValueError('a line has "utterance", a string, or "launch": true')
    for name in ("session", "user", "locale"):
        if not isinstance(asked.get(name), str | None):
            raise ValueError(f'"{name}" is a string')
    if not isinstance(asked.get("new_session", False), bool):
        raise ValueError('"new_session" is true or false')
    return asked


def _conversation(
    door: Door, asked: dict[str, Any], sessions: dict[str, Conversation], locale: str, screen: bool
) -> Conversation:
    """Return the conversation a line belongs to, made where it is the first of its session."""
    session, user = asked.get("session"), asked.get("user")
    locale = asked.get("locale") or locale
    if session is None:
        return Conversation(door, user, locale, screen)
    if session not in sessions:
        sessions[session] = Conversation(door, user, locale, screen)
    elif user:
        sessions[session].device.user = user
    return sessions[session]


class Chat:
    """A conversation at a prompt, with colours where there is a terminal."""

    def __init__(
        self,
        conversation: Conversation,
        say: Callable[[str], None] = lambda words: None,
        colours: bool = True,
    ) -> None:
        self._conversation = conversation
        self._say = say
        self._colours = colours
        self._last: Turn | None = None

    def greet(self) -> str:
        """Open the skill and return what it says."""
        return self._told(self._conversation.launch())

    def line(self, typed: str) -> str | None:
        """Return what to print for a typed line; None to leave."""
        match typed.strip():
            case ":quit" | ":q":
                return None
            case ":help" | ":h":
                return self._dim(HELP)
            case ":why" | ":w":
                return self._dim(explained(self._last))
            case ":new" | ":n":
                self._conversation.come_back()
                return self.greet()
            case "":
                return ""
            case words:
                return self._told(self._conversation.say(words))

    def _told(self, turn: Turn) -> str:
        self._last = turn
        self._say(turn.speech)
        ended = (
            ""
            if turn.open
            else self._dim("\n(The session has ended. Say anything to start again.)")
        )
        return self._coloured("36", turn.speech) + ended

    def _dim(self, words: str) -> str:
        return self._coloured("2", words)

    def _coloured(self, code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self._colours else words


def explained(turn: Turn | None) -> str:
    """Return in a few lines what was understood, how surely, and what the answer rests on."""
    if turn is None or turn.understood is None:
        return "The skill was opened; nothing was asked."
    report, understood = turn.report(), turn.understood
    slots = ", ".join(f"{name} = {value}" for name, value in report["slots"].items())
    runners = ", ".join(f"{name} {score:.2f}" for name, score in understood.runners_up)
    lines = [
        f"intent  {understood.intent} ({understood.tier}, {understood.score:.2f})",
        f"read as {understood.matched}" if understood.matched else "",
        f"slots   {slots}" if slots else "",
        f"next    {runners}" if runners else "",
        f"answer  {report['answer']}" if report["answer"] else "",
        f"claims  {', '.join(report['claims'])}" if report["claims"] else "",
    ]
    return "\n".join(line for line in lines if line)


def chat(chat_: Chat, read: Callable[[str], str] = input) -> None:
    """Talk until the person leaves, by :quit or the end of input."""
    print(HELP)
    print(chat_.greet())
    while True:
        try:
            printed = chat_.line(read("> "))
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if printed is None:
            return
        if printed:
            print(printed)


def speaker() -> Callable[[str], None]:
    """Return a function that speaks words through espeak-ng. Raises ValueError without it."""
    program = shutil.which("espeak-ng")
    if program is None:
        raise ValueError("--say needs espeak-ng, which is not installed")

    def say(words: str) -> None:
        subprocess.run([program, "--stdin"], input=words.encode(), stderr=-1, check=False)

    return say


def with_history() -> None:
    """Let the prompt keep its history between runs, where readline is there."""
    try:
        import readline
    except ImportError:  # Windows has its own line editing
        return
    from platformdirs import user_state_path

    path = user_state_path("leg-day", ensure_exists=True) / "chat-history"
    try:
        readline.read_history_file(path)
    except OSError:
        path.touch()
    import atexit

    atexit.register(readline.write_history_file, path)
