"""`leg-day mcp`: the skill as a tool of assistants that speak MCP (https://modelcontextprotocol.io).

An assistant words things its own way, so it gets the answer as data. Each question stands alone:
no session, no user, nothing kept.
"""

import asyncio
import logging
import logging.config
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from typing import Annotated, Any

import uvicorn
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_model import RequestEnvelope
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from skill.hosting import logs
from skill.simulator.conversation import Conversation, Turn, front_door, understander
from skill.simulator.device import Door
from skill.speakers.network import listening

_log = logging.getLogger(__name__)

TOOL = "ask_leg_day"
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


class _Server(MCPServer):
    """The SDK's server, with our own words for a call that cannot be answered, and a log."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call the tool. Raises ToolError, in one line, for another tool or other arguments."""
        start = time.perf_counter()
        if reason := _fault(name, arguments):
            _log.info("refused", extra={"fields": {"reason": reason}})
            raise ToolError(reason)
        result = await super().call_tool(name, arguments, context)
        took = round((time.perf_counter() - start) * 1_000, 2)
        _log.info("answered", extra={"fields": {"ms": took}})
        return result


def _fault(tool: str, arguments: Mapping[str, Any]) -> str | None:
    """Return what is wrong with a call, None where nothing is."""
    question = arguments.get("question")
    if tool != TOOL:
        return f"there is one tool here: {TOOL}"
    if not isinstance(question, str) or not question.strip() or set(arguments) != {"question"}:
        return f'{TOOL} takes one argument: "question", a text that is not empty'
    if len(question) > LONGEST:
        return f"a question has at most {LONGEST} characters"
    return None


def mcp_server() -> MCPServer:
    """Return the server with its one tool, not yet listening anywhere."""
    door = front_door(_NothingKept())
    server: MCPServer = _Server("leg-day", version=version("leg-day"), log_level="WARNING")

    @server.tool(
        name=TOOL,
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
    known = [name for host in ("127.0.0.1", "localhost", *names) for name in (host, f"{host}:*")]
    origins = [f"https://{name}" for name in names] + ["http://127.0.0.1:*", "http://localhost:*"]
    config = uvicorn.Config(
        StreamableHttp(
            TransportSecuritySettings(allowed_hosts=known, allowed_origins=origins), paths=("/mcp",)
        ),
        limit_concurrency=64,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )
    _log_to("ext://sys.stdout")
    say(f"Leg Day speaks MCP on http://127.0.0.1:{listener.getsockname()[1]}/mcp. Ctrl-C ends it.")
    with listener, suppress(KeyboardInterrupt):
        asyncio.run(uvicorn.Server(config).serve([listener]))


def beside_the_endpoint() -> "StreamableHttp":
    """Return what `leg-day serve --mcp` has at /mcp.

    Whoever reaches the endpoint may ask, by whatever name, as it tells everybody the same; no web
    page may.
    """
    understander("en-US")
    _quieten()
    return StreamableHttp(TransportSecuritySettings(enable_dns_rebinding_protection=False))


class StreamableHttp:
    """The tool as an ASGI application: stateless, JSON, POST alone."""

    def __init__(self, security: TransportSecuritySettings, paths: Sequence[str] = ()) -> None:
        """`security` says who may ask by which name; `paths` are those it has, all if none."""
        server = mcp_server()
        server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=LARGEST,
            transport_security=security,
        )
        self._manager, self._paths = server.session_manager, paths
        self._strict = security.enable_dns_rebinding_protection
        self._running: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        if self._paths and scope["path"] not in self._paths:
            await _empty(send, 404)
        elif scope["method"] != "POST":  # a stream of news: there are none
            await _empty(send, 405, [(b"allow", b"POST")])
        elif not self._strict and any(name == b"origin" for name, _ in scope["headers"]):
            await _empty(send, 403)
        else:
            self._running = self._running or asyncio.create_task(self._run())
            await self._ready.wait()
            await self._manager.handle_request(scope, receive, send)

    async def _run(self) -> None:
        """Keep what the SDK needs while it answers, until the server's loop ends."""
        async with self._manager.run():
            self._ready.set()
            await asyncio.Event().wait()


async def _empty(
    send: Callable[[Mapping[str, Any]], Awaitable[None]],
    status: int,
    headers: Sequence[tuple[bytes, bytes]] = (),
) -> None:
    fields = [(b"content-length", b"0"), *headers]
    await send({"type": "http.response.start", "status": status, "headers": fields})
    await send({"type": "http.response.body", "body": b""})


def _log_to(stream: str) -> None:
    config = logs.for_server()
    for handler in config["handlers"].values():
        handler["stream"] = stream
    logging.config.dictConfig(config)
    logging.getLogger("skill.hosting.access").setLevel(logging.WARNING)  # the server says it
    _quieten()


def _quieten() -> None:
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
