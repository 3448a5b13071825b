"""The real server around the tests' skill, as a script: python -m tests.hosting.web.serve '{...}'.

In, as JSON: "settings" for `serve`, "roots" (PEM file) and "chain_port" of a chain host
on loopback, or neither for a chain that is simply there; "root" (PEM file) to trust.
"""

from __future__ import annotations

import json
import socket
import sys
from functools import partial
from pathlib import Path
from typing import Any

from cryptography import x509

from skill.alexa.verification import ConfigurationError, RequestVerifier
from skill.alexa.verification.fetch import HttpsFetcher
from skill.hosting.asgi import Application, asgi_app
from skill.hosting.endpoint import Endpoint
from skill.hosting.network import listening
from skill.hosting.server import serve
from tests.alexa.verification.certificates import NOW, SKILL_ID
from tests.hosting.web.skills import Greeter, skill_of

_real_getaddrinfo = socket.getaddrinfo


def _resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
    """The chain host's name leads to loopback: the one thing a test cannot have for real."""
    name = "127.0.0.1" if host == "s3.amazonaws.com" else host
    return _real_getaddrinfo(name, *args, **kwargs)


def _load(given: dict[str, Any]) -> Application:
    socket.getaddrinfo = _resolve
    root = x509.load_pem_x509_certificate(Path(given["root"]).read_bytes())
    fetcher = HttpsFetcher(Path(given["roots"]), port=given["chain_port"])
    verifier = RequestVerifier(SKILL_ID, roots=[root], fetch=fetcher, clock=lambda: NOW)
    return asgi_app(Endpoint(skill_of(Greeter()), verifier))


def main() -> None:
    given = json.loads(sys.argv[1])
    settings = given["settings"]
    for name in {"tls_cert", "tls_key"} & settings.keys():
        settings[name] = Path(settings[name])
    try:
        serve(partial(_load, given), listening("127.0.0.1", settings.pop("port")), **settings)
    except (ConfigurationError, OSError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
