"""The endpoint as a Flask application, for any WSGI server."""

from collections.abc import Callable

from flask import Flask, Response, request

from skill.alexa.verification import RequestVerifier
from skill.alexa.verification.envelope import MAX_BODY
from skill.hosting.endpoint import Endpoint, Skill
from skill.hosting.pages import Page, pages


def create_app(skill: Skill, verifier: RequestVerifier) -> Flask:
    """Return the WSGI application: `skill` behind `verifier`, and the pages beside it."""
    app = Flask("leg_day", static_folder=None)
    # A byte more than allowed: chunks beyond this limit Werkzeug would cut off without a word.
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY + 1
    endpoint = Endpoint(skill, verifier)

    @app.post("/", provide_automatic_options=False)
    def answer() -> Response:
        status, content = endpoint.answer(dict(request.headers), request.get_data(cache=False))
        return Response(content, status, content_type="application/json" if content else None)

    for path, page in pages().items():
        app.add_url_rule(path, path, _view(page))
    return app


def _view(page: Page) -> Callable[[], Response]:
    return lambda: Response(page.content, headers=dict(page.headers))
