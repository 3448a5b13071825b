"""The SDK's own verifier with its real chain check, as a script: an oracle to differ from.

In, as JSON on standard input: {"now": RFC 3339, "root": PEM, "chains": {name: PEM, base64},
"requests": {name: [url, signature, body]}, "chain": PEM}. Out, as JSON: {name: "" or what the
SDK says}. A process of its own, because oscrypto, which the SDK needs for it, cannot read
today's OpenSSL versions unless its reading of them is put right first.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

warnings.simplefilter("ignore")  # theirs: datetime.utcnow, invalid escapes

_search = re.search


def _search_versions(pattern: Any, text: Any, flags: int = 0) -> Any:
    """Let oscrypto find the three single digits that it looks for in "OpenSSL 3.0.19 ..."."""
    if isinstance(text, str) and text.startswith("OpenSSL "):
        text = "OpenSSL 3.0.9 "
    return _search(pattern, text, flags)


re.search = _search_versions  # type: ignore[assignment]

from ask_sdk_model import RequestEnvelope  # noqa: E402
from ask_sdk_webservice_support import verifier as theirs  # noqa: E402
from asn1crypto import pem, x509  # noqa: E402
from certvalidator import CertificateValidator, ValidationContext  # noqa: E402

URL = "https://s3.amazonaws.com/echo.api/x.pem"


def _verdict(judge: Callable[[], object]) -> str:
    try:
        judge()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _set_up(now: datetime, root: bytes) -> None:
    """Their clock and their trust, as the test's."""

    class Clock(datetime):
        @classmethod
        def utcnow(cls) -> Clock:
            return cls.fromtimestamp(now.timestamp(), UTC).replace(tzinfo=None)

    theirs.datetime = Clock  # type: ignore[misc]
    trusted = x509.Certificate.load(pem.unarmor(root)[2])
    context = ValidationContext(trust_roots=[trusted], moment=now)
    theirs.CertificateValidator = partial(CertificateValidator, validation_context=context)


def _chain_verdict(content: bytes) -> str:
    verifier = theirs.RequestVerifier()
    verifier._cert_cache[URL] = content
    return _verdict(lambda: verifier._retrieve_and_validate_certificate_chain(URL))


def _request_verdict(chain: bytes, url: str, signature: str, body: str) -> str:
    verifier = theirs.RequestVerifier()
    verifier._cert_cache[url] = chain
    headers = {"SignatureCertChainUrl": url, "Signature-256": signature}
    return _verdict(lambda: verifier.verify(headers, body, RequestEnvelope()))


def main() -> None:
    given = json.load(sys.stdin)
    _set_up(datetime.fromisoformat(given["now"]), given["root"].encode())
    said = {
        name: _chain_verdict(base64.b64decode(content)) for name, content in given["chains"].items()
    }
    chain = given["chain"].encode()
    for name, request in given["requests"].items():
        said[name] = _request_verdict(chain, *request)
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
