"""Our server, and the peers' Flask applications as granian finds them.

    python -m benchmarks.serve PORT FOLDER                        the whole product, on our server
    python -m granian ... --factory benchmarks.serve:flask_ask    the SDK's hello world, verified
    python -m granian ... --factory benchmarks.serve:flask        nothing verified, one fixed answer

FOLDER (for granian in BENCH_FOLDER) holds root.pem and chain.pem.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from pathlib import Path

from cryptography.x509 import load_pem_x509_certificate
from flask import Flask, Response

from benchmarks.alexa import SKILL_ID
from skill.hosting.asgi import Application, asgi_app
from skill.hosting.endpoint import Endpoint
from skill.hosting.network import listening
from skill.hosting.server import serve

ANSWER = (
    b'{"version":"1.0","response":{"outputSpeech":{"type":"SSML","ssml":"<speak>Hi.</speak>"}}}'
)


def leg_day(folder: Path) -> Application:
    from skill.alexa.verification import RequestVerifier
    from skill.dialog.factory import create_skill
    from skill.persistence import open_store

    chain = (folder / "chain.pem").read_bytes()
    root = load_pem_x509_certificate((folder / "root.pem").read_bytes())
    verifier = RequestVerifier(SKILL_ID, roots=[root], fetch=lambda _url: chain)
    memory = open_store(f"sqlite:///{folder / 'memory.sqlite'}")
    return asgi_app(Endpoint(create_skill(memory), verifier))


def flask_ask() -> Flask:
    from benchmarks.peers.flask_ask import create_app

    folder = Path(os.environ["BENCH_FOLDER"])
    return create_app((folder / "root.pem").read_bytes(), (folder / "chain.pem").read_bytes())


def flask() -> Flask:
    app = Flask("bare")

    @app.post("/")
    def answer() -> Response:
        return Response(ANSWER, mimetype="application/json")

    return app


if __name__ == "__main__":
    port, folder = sys.argv[1:]
    logging.captureWarnings(True)
    serve(partial(leg_day, Path(folder)), listening("127.0.0.1", int(port)))
