"""Our server with one of three applications: python -m benchmarks.serve NAME PORT FOLDER

    leg-day    the whole product: verification, skill, SQLite
    flask-ask  the SDK's hello world behind flask-ask-sdk
    flask      an application that verifies nothing and always gives the same answer

FOLDER holds root.pem and chain.pem.
"""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.x509 import load_pem_x509_certificate
from flask import Flask, Response

from benchmarks.alexa import SKILL_ID
from skill.hosting.server import ServerSettings, serve

ANSWER = (
    b'{"version":"1.0","response":{"outputSpeech":{"type":"SSML","ssml":"<speak>Hi.</speak>"}}}'
)


def leg_day(folder: Path) -> Any:
    from skill.alexa.verification import RequestVerifier
    from skill.dialog.factory import create_skill
    from skill.hosting.endpoint import create_app
    from skill.persistence import open_memory

    chain = (folder / "chain.pem").read_bytes()
    root = load_pem_x509_certificate((folder / "root.pem").read_bytes())
    verifier = RequestVerifier(SKILL_ID, roots=[root], fetch=lambda _url: chain)
    memory = open_memory(f"sqlite:///{folder / 'memory.sqlite'}")
    return create_app(create_skill(memory), verifier)


def flask_ask(folder: Path) -> Any:
    from benchmarks.peers.flask_ask import create_app

    return create_app((folder / "root.pem").read_bytes(), (folder / "chain.pem").read_bytes())


def flask(_folder: Path) -> Any:
    app = Flask("bare")

    @app.post("/")
    def answer() -> Response:
        return Response(ANSWER, mimetype="application/json")

    return app


APPLICATIONS = {"leg-day": leg_day, "flask-ask": flask_ask, "flask": flask}

if __name__ == "__main__":
    name, port, folder = sys.argv[1:]
    logging.captureWarnings(True)
    serve(partial(APPLICATIONS[name], Path(folder)), ServerSettings(port=int(port)))
