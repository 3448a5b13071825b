"""The Wyoming server: connections of clients who may be slow, silent, many or hostile.

    next event      30 s, the whole of it, and as long to take an answer
    size            events.py: lines and data 64 KiB, payloads 256 KiB
    connections     64; the one that has been quiet longest makes room
    answers         one after the other on a thread of their own, some milliseconds each

A client whose events cannot be read is told why and let go; nobody else notices.
"""

import asyncio
import logging
import socket
import time
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

from wyoming.error import Error
from wyoming.event import Event, async_write_event
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong

from skill.hosting.network import Network, is_among
from skill.speakers.wyoming.agent import Agent, program
from skill.speakers.wyoming.ear import Ear, Recording, ear_program
from skill.speakers.wyoming.events import LINE, EventError, read_event

_log = logging.getLogger(__name__)

CONNECTIONS = 64
SECONDS = 30.0


class Server:
    """Answers Wyoming clients of this machine, and of `clients`."""

    def __init__(
        self,
        agent: Agent,
        clients: Sequence[Network] = (),
        seconds: float = SECONDS,
        ear: Ear | None = None,
    ):
        """`seconds` is how long a client may take for an event, or to read an answer."""
        self._ear, self._hearing = ear, ThreadPoolExecutor(1, "ear")
        self._agent, self._clients, self._seconds = agent, clients, seconds
        self._info = Info(asr=[ear_program()] if ear else [], handle=[program()]).event()
        self._thread = ThreadPoolExecutor(1, "agent")
        self._connections: OrderedDict[asyncio.Task[None], None] = OrderedDict()

    async def run(self, listener: socket.socket, stop: asyncio.Event) -> None:
        """Answer until `stop` is set; the listener is closed then, and every connection."""
        server = await asyncio.start_server(self._connected, sock=listener, limit=LINE)
        try:
            await stop.wait()
        finally:
            server.close()
            for task in (connections := list(self._connections)):
                task.cancel()
            await asyncio.gather(*connections, return_exceptions=True)
            self._thread.shutdown(cancel_futures=True)
            self._hearing.shutdown(cancel_futures=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Let a client in, or not."""
        if not is_among(writer.get_extra_info("peername")[0], self._clients):
            _note("refused", reason="not among --client")
            writer.transport.abort()
            return
        if len(self._connections) >= CONNECTIONS:
            self._connections.popitem(last=False)[0].cancel()

        def left(task: asyncio.Task[None]) -> None:  # even where it was cancelled before it began
            self._connections.pop(task, None)
            writer.transport.abort()

        task = asyncio.create_task(self._connection(reader, writer))
        self._connections[task] = None
        task.add_done_callback(left)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from its first event to its end."""
        try:
            await self._converse(reader, writer)
        except EventError as fault:
            _note("refused", reason=str(fault))
            await _farewell(writer, str(fault))
        except TimeoutError:
            _note("closed", reason=f"nothing whole in {self._seconds:g} s")
        except OSError:  # the client is gone
            pass

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer a client's events until the client leaves."""
        connection, task, sound = str(uuid4()), asyncio.current_task(), Recording()
        while True:
            async with asyncio.timeout(self._seconds):
                event = await read_event(reader)
            if event is None:
                return
            if task and task in self._connections:  # or it is about to make room
                self._connections.move_to_end(task)
            if answer := await self._answer(event, connection, sound):
                async with asyncio.timeout(self._seconds):
                    await async_write_event(answer, writer)
            await asyncio.sleep(0)  # who has sent thousands of events waits for the others

    async def _answer(self, event: Event, connection: str, sound: Recording) -> Event | None:
        """Return the answer to an event, None where it asks for none: so Wyoming has it."""
        if Describe.is_type(event.type):
            return self._info
        if Ping.is_type(event.type):
            return Pong(event.data.get("text")).event()
        start, loop = time.perf_counter(), asyncio.get_running_loop()
        try:
            if self._ear and event.type in ("audio-start", "audio-chunk", "audio-stop"):
                if (whole := sound.take(event)) is None:
                    return None
                answer = await loop.run_in_executor(self._hearing, self._ear.hear, whole)
            elif event.type == "transcript":
                answer = await loop.run_in_executor(
                    self._thread, self._agent.answer, event.data, connection
                )
            else:
                return None
        except EventError as fault:  # the event itself was read well: the next one may be better
            _note("refused", reason=str(fault))
            return Error(str(fault)).event()
        except Exception:
            _log.exception("the skill failed to answer")
            return Error("Leg Day failed to answer; its log says why.").event()
        _note(answer.type, ms=round((time.perf_counter() - start) * 1_000, 2))
        return answer


def _note(event: str, **fields: object) -> None:
    """Log what became of an event: our own words and numbers only."""
    _log.info(event, extra={"fields": fields})


async def _farewell(writer: asyncio.StreamWriter, reason: str) -> None:
    """Tell a client why it is let go, if it listens within a second."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(1):
            await async_write_event(Error(reason).event(), writer)
            writer.close()
            await writer.wait_closed()
