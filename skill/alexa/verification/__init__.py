"""Is this request from Alexa, recent, and for this skill?

    url.py        where a chain may come from
    fetch.py      getting it, with an end in sight
    roots.py      whom we trust
    chain.py      whose key is in it
    keys.py       the keys in use, fetched and judged once
    signature.py  did that key sign these bytes?
    envelope.py   the one reading of the body, bounded
    freshness.py  is it recent, is it ours?
    errors.py     every way to say no
    sdk.py        the door to ask_sdk_webservice_support

RequestVerifier.admit goes through all of it, in the one order that is safe: nothing reads the
body's meaning before Alexa's signature on it is checked. There is no way to switch any of it off:
tests and the simulator bring an authority of their own (skill.simulator.signing) and go through
every step like everyone else.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.x509 import Certificate
from cryptography.x509.verification import Store

from skill.alexa.verification import chain, envelope, freshness, signature, url
from skill.alexa.verification.errors import ConfigurationError, Refused
from skill.alexa.verification.fetch import Fetch, HttpsFetcher
from skill.alexa.verification.keys import DEFAULT_BOUNDS, Bounds, KeyRing
from skill.alexa.verification.roots import load_roots, roots_file

__all__ = ["Bounds", "ConfigurationError", "Fetch", "Refused", "RequestVerifier"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class RequestVerifier:
    """Alexa's rules for the requests of one skill. Safe for many threads.

    `skill_id` is the application id requests must name. `roots`: trusted certificates, by
    default those of SSL_CERT_FILE or certifi. `fetch`: how to get a chain, by default over
    HTTPS proved by the same file. `clock`: aware UTC time. `bounds`: see keys.py.
    Raises ConfigurationError without a skill id or without roots.
    """

    def __init__(
        self,
        skill_id: str,
        *,
        roots: Iterable[Certificate] | None = None,
        fetch: Fetch | None = None,
        clock: Callable[[], datetime] = _utc_now,
        bounds: Bounds = DEFAULT_BOUNDS,
    ) -> None:
        if not skill_id.strip():
            raise ConfigurationError("the skill's application id is not set (LEG_DAY_SKILL_ID)")
        self._skill_id, self._clock = skill_id, clock
        self._roots = Store(list(load_roots(roots_file()) if roots is None else roots))
        self._fetch = fetch or HttpsFetcher(roots_file())
        self._keys = KeyRing(self._load_key, clock, bounds)

    def _load_key(self, address: str) -> chain.SigningKey:
        return chain.validate(self._fetch(address), self._roots, self._clock())

    def admit(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """Return the request envelope in `body`, if it is Alexa's, recent, and for this skill.

        `headers` are those of HTTP, their names in any case. Raises Refused.
        """
        if len(body) > envelope.MAX_BODY:
            raise Refused("body.size")
        self.verify_signature(headers, body)
        admitted = envelope.parse(body)
        freshness.check_time(admitted["request"], self._clock())
        freshness.check_application(admitted, self._skill_id)
        return admitted

    def verify_signature(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check that Alexa signed exactly these bytes. Raises Refused."""
        address = url.canonical(signature.header(headers, signature.URL_HEADER))
        # Before any fetch, so that only a well-formed request can cause one.
        signed = signature.decode(signature.header(headers, signature.SIGNATURE_HEADER))
        signature.check(self._keys.key(address).public, signed, body)
