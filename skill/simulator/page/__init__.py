"""The simulator's page: Amazon's test console, offline.

viewports   the devices it can be
visitors    every tab its own user and device, talking through the skill's front door
shown       one turn as the page shows it
scripts     conversations to YAML and back
guard       who may ask, and what the page may use
serving     listening, and the words on the terminal
templates/, static/   what the browser gets: plain HTML, CSS and JavaScript modules
"""

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
from skill.content.answers import load_content
from skill.simulator.device import Door
from skill.simulator.page import guard, scripts, shown
from skill.simulator.page.viewports import KINDS
from skill.simulator.page.visitors import Visitors

ENGINE = Path(__file__).parents[3] / "node_modules" / "apl-viewhost-web" / "index.js"
_TAB = re.compile(r"[0-9a-f]{32}")
_LONGEST = 500  # characters of one utterance
_REASONS = ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS")
_log = logging.getLogger(__name__)


def create_page(
    door: Door,
    host: str = "127.0.0.1",
    locale: str = "en-US",
    screen: bool = True,
    engine: Path | None = None,
) -> Flask:
    """Return the page's application. It knows the skill by nothing but its `door`.

    `host` is where it will listen; `engine` is Amazon's (ENGINE), and may be missing.
    """
    app = Flask(__name__)
    guard.protect(app, host)
    _views(app, locale, "large" if screen else "speaker", engine or ENGINE)
    _talk(app, Visitors(door))
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
            engine=engine.is_file(),
            loopback=guard.is_loopback(request.host.rpartition(":")[0] or request.host),
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
        asked = _asked()
        visit = visitors.take(asked["tab"], asked)
        if visit.turn is None:
            return jsonify({"left": True})
        panels = render_template("inside.html", it=shown.inside(visit.turn, visit))
        return jsonify(shown.spoken(visit.turn) | {"inside": panels})

    @app.post("/memory")
    def memory() -> ResponseReturnValue:
        asked = _json()
        goal = visitors.goal(_tab(asked), _choice(asked, "locale", locales()))
        return jsonify({"goal": goal, "words": load_content().goals.get(goal or "")})


def _keep(app: Flask) -> None:
    @app.post("/export")
    def export() -> ResponseReturnValue:
        asked = _json()
        turns = asked.get("turns")
        if not isinstance(turns, list) or not all(map(_is_report, turns)):
            abort(400, "There is nothing to export.")
        text = scripts.written(str(asked.get("id", "conversation"))[:80], turns)
        return jsonify({"yaml": text})

    @app.post("/import")
    def import_() -> ResponseReturnValue:
        return jsonify({"conversations": scripts.read(str(_json().get("yaml", "")))})


def _json() -> Mapping[str, Any]:
    found = request.get_json(silent=True)
    if not isinstance(found, dict):
        abort(400, "The request is not a JSON object.")
    return found


def _tab(asked: Mapping[str, Any]) -> str:
    tab = asked.get("tab")
    if not isinstance(tab, str) or not _TAB.fullmatch(tab):
        abort(400, "The tab names no user.")
    return tab


def _asked() -> dict[str, Any]:
    """Return the request for a turn, with nothing in it but what a turn may have."""
    asked = _json()
    said = {name: asked[name] for name in ("say", "touch") if isinstance(asked.get(name), str)}
    if any(not 0 < len(words.strip()) <= _LONGEST for words in said.values()):
        abort(400, f"Say something, in at most {_LONGEST} characters.")
    if asked.get("launch") is True:
        said["launch"] = True
    if asked.get("leave") in _REASONS:
        said["leave"] = asked["leave"]
    if len(said) != 1:
        abort(400, "A turn says, touches, opens or leaves.")
    where = {
        "locale": _choice(asked, "locale", locales()),
        "device": _choice(asked, "device", KINDS),
    }
    return said | where | {"tab": _tab(asked)}


def _choice(asked: Mapping[str, Any], name: str, known: Any) -> str:
    chosen = asked.get(name)
    if not isinstance(chosen, str) or chosen not in known:
        abort(400, f"There is no such {name}.")
    return chosen


def _is_report(turn: object) -> bool:
    return isinstance(turn, dict) and turn.get("session") in ("open", "ended")


def _fault(fault: Exception) -> ResponseReturnValue:
    """Say what went wrong in one sentence, which the page shows."""
    if isinstance(fault, HTTPException):
        return jsonify({"error": fault.description}), fault.code or 500
    if isinstance(fault, scripts.ScriptError):
        return jsonify({"error": str(fault)}), 400
    _log.error("the page could not reach the skill", exc_info=fault)
    return jsonify({"error": f"The skill did not answer: {fault}."}), 502
