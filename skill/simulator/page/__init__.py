"""The simulator's page: Amazon's test console, offline.

viewports   the devices it can be
visitors    every tab its own user and device, talking through the skill's front door
kept        what the store keeps of a user, to look at and to rewrite
asked       what the page may ask
shown       one turn as the page shows it
scripts     conversations to files and back: our tests in YAML, `ask dialog` replays in JSON
engine      Amazon's screen engine
guard       who may ask, and what the page may use
serving     listening, and the words on the terminal
templates/, static/   what the browser gets: plain HTML, CSS and JavaScript modules
"""

import logging
from pathlib import Path

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from flask import (
    Flask,
    Response,
    abort,
    jsonify,
    make_response,
    render_template,
    request,
    send_file,
)
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from skill.alexa.interaction_model import locales
from skill.content.loader import load_content
from skill.hosting.network import is_loopback
from skill.simulator.conversation import DoorClosedError
from skill.simulator.device import Door
from skill.simulator.page import asked, guard, scripts, shown
from skill.simulator.page.engine import ENGINE, version
from skill.simulator.page.kept import Kept
from skill.simulator.page.viewports import KINDS
from skill.simulator.page.visitors import Visitors

_log = logging.getLogger(__name__)


def create_page(
    door: Door,
    host: str = "127.0.0.1",
    locale: str = "en-US",
    screen: bool = True,
    engine: Path | None = None,
    memory: AbstractPersistenceAdapter | None = None,
) -> Flask:
    """Return the page's application. It talks to the skill by nothing but its `door`.

    `host` is where it will listen; `engine` is Amazon's (ENGINE), and may be missing; `memory` is
    the skill's store, for looking at what it keeps; without it the page does not show that.
    """
    app = Flask(__name__)
    guard.protect(app, host)
    visitors = Visitors(door)
    _views(app, locale, "large" if screen else "speaker", engine or ENGINE)
    _talk(app, visitors)
    _remember(app, visitors, Kept(memory) if memory else None)
    _keep(app)
    app.register_error_handler(Exception, _fault)
    return app


def _views(app: Flask, locale: str, device: str, engine: Path) -> None:
    @app.get("/")
    def page() -> str:
        return render_template(
            "page.html",
            locales=locales(),
            locale=locale,
            kinds=KINDS.values(),
            device=device,
            engine=version(engine),
            loopback=is_loopback(request.host.rpartition(":")[0] or request.host),
        )

    @app.get("/screen")
    def frame() -> Response:
        answer = make_response(render_template("screen.html"))
        answer.headers["Content-Security-Policy"] = guard.FRAME
        return answer

    @app.get("/engine.js")
    def engine_js() -> Response:
        if not engine.is_file():
            abort(404)
        return send_file(engine, mimetype="text/javascript", max_age=86_400)


def _talk(app: Flask, visitors: Visitors) -> None:
    @app.post("/turn")
    def turn() -> ResponseReturnValue:
        taken = asked.turn()
        visit = visitors.take(taken["tab"], taken)
        if visit.turn is None:
            return jsonify({"left": True})
        panels = render_template("inside.html", it=shown.inside(visit.turn, visit))
        return jsonify(shown.spoken(visit.turn) | {"inside": panels})


def _remember(app: Flask, visitors: Visitors, kept: Kept | None) -> None:
    @app.post("/memory")
    def memory() -> ResponseReturnValue:
        body = asked.body()
        tab = asked.tab(body)
        goal = visitors.goal(tab, asked.choice(body, "locale", locales()))
        return jsonify(
            words=load_content().goals.get(goal or ""),
            session=shown.written(visitors.session(tab)),
            kept=shown.written(kept.read(tab)) if kept else None,
        )

    @app.post("/session")
    def session() -> ResponseReturnValue:
        body = asked.body()
        if not visitors.rewrite(asked.tab(body), asked.attributes(body)):
            abort(409, "No session is open.")
        return jsonify({})

    @app.post("/kept")
    def keep() -> ResponseReturnValue:
        body = asked.body()
        tab, attributes = asked.tab(body), asked.attributes(body)
        if kept is None:
            abort(404, "The page was not given the store.")
        kept.write(tab, attributes)
        return jsonify({})


def _keep(app: Flask) -> None:
    @app.post("/export")
    def export() -> ResponseReturnValue:
        body = asked.body()
        turns = asked.turns(body)
        if body.get("form") == "replay":
            text = scripts.replay(asked.choice(body, "locale", locales()), turns)
        else:
            text = scripts.written(str(body.get("id", "conversation"))[:80], turns)
        return jsonify({"text": text})

    @app.post("/import")
    def import_() -> ResponseReturnValue:
        return jsonify({"conversations": scripts.read(str(asked.body().get("text", "")))})


def _fault(fault: Exception) -> ResponseReturnValue:
    """Say what went wrong in one sentence, which the page shows."""
    if isinstance(fault, HTTPException):
        return jsonify({"error": fault.description}), fault.code or 500
    if isinstance(fault, scripts.ScriptError):
        return jsonify({"error": str(fault)}), 400
    if not isinstance(fault, DoorClosedError):
        _log.error("the page could not reach the skill", exc_info=fault)
    return jsonify({"error": f"The skill did not answer: {fault}."}), 502
