"""The tool: one question, and the answer as data, because an assistant words things its own way.

Each question stands alone: no session, no user, nothing kept.
"""

import logging
import re
import time
from collections.abc import Mapping
from importlib.metadata import version
from typing import Annotated, Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_model import RequestEnvelope
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from skill.simulator.conversation import Conversation, Turn, front_door
from skill.simulator.device import Door

_log = logging.getLogger(__name__)

TOOL = "ask_leg_day"
LONGEST = 1_000  # characters of a question
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
