"""`leg-day mcp`: the skill as a tool of assistants that speak MCP (https://modelcontextprotocol.io).

An assistant words things its own way, so it gets the answer as data. Each question stands alone:
no session, no user, nothing kept.
"""

import asyncio
import logging
import logging.config
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from typing import Annotated, Any

import uvicorn
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_model import RequestEnvelope
from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from skill.hosting import logs
from skill.simulator.conversation import Conversation, Turn, front_door, understander
from skill.simulator.device import Door
from skill.speakers.network import listening

LONGEST = 1_000  # characters of a question
LARGEST = 64 * 1024  # bytes of an HTTP request
CAVEAT = (
    "General information from one article about running and leg day; "
    "not a substitute for professional or medical advice."
)
KNOWS = (
    "Answers one question in English about whether running counts as leg day, from one article and "
    "nothing else. It knows: whether running can replace leg day and what it falls short of; "
    "jogging against sprinting; running for leg muscle, cardio, abs or calories; about how many "
    "calories a run of some distance burns; how leg training compares. It does not know other "
    "sports, training plans, injuries, nutrition or anything about a person; then `known` is false "
    "and nothing should be inferred. It remembers nothing: ask whole questions, no follow-ups."
)
_OFFER = re.compile(r"\s*[^.!?]*\?\s*$")  # "Want to hear why?": nobody can answer it here


class Figure(BaseModel):
    """A number that the article gives."""

    value: int
    unit: str
    source: str = Field(description="who the article credits it to")


class Answer(BaseModel):
    """What the article has to say to a question."""

    known: bool = Field(description="false: the article does not answer this question")
    sentence: str = Field(description="the answer, or why there is none, as it would be spoken")
    claims: list[str] = Field(description="ids of the article's claims that the sentence states")
    figure: Figure | None = Field(description="the number that the sentence rests on, if any")
    caveat: str


_FIGURES = {
    "calories-per-mile": Figure(
        value=100, unit="calories per mile, about, for a runner of average size",
        source="VeryFitWell",
    )
}  # fmt: skip


def mcp_server() -> MCPServer:
    """Return the server with its one tool, not yet listening anywhere."""
    door = front_door(_NothingKept())
    server: MCPServer = MCPServer("leg-day", version=version("leg-day"), log_level="WARNING")

    @server.tool(
        name="ask_leg_day",
        title="Does running count as leg day?",
        description=KNOWS,
        annotations=ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
        structured_output=True,
    )
    def ask_leg_day(
        question: Annotated[
            str,
            Field(
                min_length=1,
                max_length=LONGEST,
                description='a whole question, such as "should I jog or sprint"',
            ),
        ],
    ) -> Answer:
        return answered(door, question)

    return server


def answered(door: Door, question: str) -> Answer:
    """Return the answer to a question that is asked by nobody in particular."""
    said = question.encode("utf-8", "replace").decode()  # half a character is none
    turn: Turn = Conversation(door).say(said)
    claims = turn.report()["claims"]
    speech = (_OFFER.sub("", turn.speech) or turn.speech) if turn.open else turn.speech
    figure = next((_FIGURES[claim] for claim in claims if claim in _FIGURES), None)
    return Answer(known=bool(claims), sentence=speech, claims=claims, figure=figure, caveat=CAVEAT)


def serve_stdio() -> None:
    """Answer the assistant that has started this process, until it closes standard input."""
    _log_to("ext://sys.stderr")  # standard output is the assistant's
    understander("en-US")
    with suppress(KeyboardInterrupt):
        mcp_server().run("stdio")


def serve_http(port: int, names: Sequence[str], say: Callable[[str], None]) -> None:
    """Answer assistants at http://127.0.0.1:port/mcp until SIGINT or SIGTERM.

    `names` are other names that a proxy on this machine is asked by (the Host header). Raises
    OSError, in one line, where it cannot listen.
    """
    listener = listening("127.0.0.1", port)
    understander("en-US")
    app = http_app(names)
    config = uvicorn.Config(
        app,
        limit_concurrency=64,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
        ws="none",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )
    _log_to("ext://sys.stdout")
    say(f"Leg Day speaks MCP on http://127.0.0.1:{listener.getsockname()[1]}/mcp. Ctrl-C ends it.")
    with listener, suppress(KeyboardInterrupt):
        asyncio.run(uvicorn.Server(config).serve([listener]))


def http_app(names: Sequence[str] = ()) -> Any:
    """Return the ASGI application: stateless, JSON, for this machine's names and `names`."""
    known = [name for host in ("127.0.0.1", "localhost", *names) for name in (host, f"{host}:*")]
    origins = [f"https://{name}" for name in names] + ["http://127.0.0.1:*", "http://localhost:*"]
    return mcp_server().streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=LARGEST,
        transport_security=TransportSecuritySettings(allowed_hosts=known, allowed_origins=origins),
    )


def _log_to(stream: str) -> None:
    config = logs.for_server()
    for handler in config["handlers"].values():
        handler["stream"] = stream
    logging.config.dictConfig(config)
    for name in ("uvicorn", "mcp"):
        logging.getLogger(name).setLevel(logging.ERROR)  # their warnings quote what was sent


class _NothingKept(AbstractPersistenceAdapter):
    """A store that forgets at once."""

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, object]:
        """Return nothing."""
        return {}

    def save_attributes(
        self, request_envelope: RequestEnvelope, attributes: Mapping[str, object]
    ) -> None:
        """Keep nothing."""

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Nothing is there."""
