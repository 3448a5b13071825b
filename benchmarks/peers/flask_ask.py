"""The hello world behind flask-ask-sdk, in the state in which it can be imported at all.

Its certificate library cannot read OpenSSL versions with two digits in the third place; the
version is read as another here. The download of the chain and the trusted root are the bench's.
"""

from __future__ import annotations

import re
import warnings
from contextlib import nullcontext
from functools import partial
from io import BytesIO
from typing import Any

from flask import Flask

warnings.simplefilter("ignore")
_search = re.search


def _search_versions(pattern: Any, text: Any, flags: int = 0) -> Any:
    if isinstance(text, str) and text.startswith("OpenSSL "):
        text = "OpenSSL 3.0.9 "
    return _search(pattern, text, flags)


def create_app(root: bytes, chain: bytes) -> Flask:
    """The peer's application, trusting the PEM `root`, finding `chain` wherever it looks."""
    re.search = _search_versions  # type: ignore[assignment]
    from ask_sdk_webservice_support import verifier
    from asn1crypto import pem, x509
    from certvalidator import CertificateValidator, ValidationContext

    context = ValidationContext(trust_roots=[x509.Certificate.load(pem.unarmor(root)[2])])
    verifier.CertificateValidator = partial(CertificateValidator, validation_context=context)
    verifier.urlopen = lambda _url: nullcontext(BytesIO(chain))

    from flask_ask_sdk.skill_adapter import SkillAdapter

    from benchmarks.alexa import SKILL_ID
    from benchmarks.peers.hello import builder

    app = Flask("flask_ask")
    SkillAdapter(builder.create(), SKILL_ID, app=app).register(app, "/")
    return app
