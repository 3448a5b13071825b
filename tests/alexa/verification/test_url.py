"""Where a chain may come from: the addresses of the table, each by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.verification import Refused
from skill.alexa.verification.url import canonical

CANONICAL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"


@pytest.mark.parametrize(
    "url",
    [
        "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert-12.pem",
        "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com/./echo.api/x/../echo-api-cert-12.pem",
    ],
)
def test_every_spelling_of_a_genuine_address_becomes_the_same_one(url: str) -> None:
    assert canonical(url) == CANONICAL


REFUSED = {
    "empty": ("", "url.length"),
    "100 kB": ("https://s3.amazonaws.com/echo.api/" + "a" * 100_000, "url.length"),
    "no scheme": ("s3.amazonaws.com/echo.api/x.pem", "url.form"),
    "http": ("http://s3.amazonaws.com/echo.api/x.pem", "url.scheme"),
    "file": ("file:///echo.api/x.pem", "url.scheme"),
    "file without slashes": ("file:/echo.api/x.pem", "url.form"),
    "network path": ("//s3.amazonaws.com/echo.api/x.pem", "url.form"),
    "other host": ("https://notamazon.com/echo.api/x.pem", "url.host"),
    "longer host": ("https://s3.amazonaws.com.evil.com/echo.api/x.pem", "url.host"),
    "trailing dot": ("https://s3.amazonaws.com./echo.api/x.pem", "url.host"),
    "homoglyph": ("https://s3.\u0430mazonaws.com/echo.api/x.pem", "url.characters"),
    "full width": ("https://s3.amazonaws\uff0ecom/echo.api/x.pem", "url.characters"),
    "bucket style": ("https://echo.api.s3.amazonaws.com/x.pem", "url.host"),
    "other region": ("https://s3.eu-west-1.amazonaws.com/echo.api/x.pem", "url.host"),
    "user and password": ("https://user:pw@s3.amazonaws.com/echo.api/x.pem", "url.host"),
    "user before evil": ("https://s3.amazonaws.com@evil.com/echo.api/x.pem", "url.host"),
    "password before evil": ("https://s3.amazonaws.com:443@evil.com/echo.api/x", "url.port"),
    "backslash": ("https://s3.amazonaws.com\\@evil.com/echo.api/x.pem", "url.host"),
    "backslash in path": ("https://s3.amazonaws.com/echo.api\\x.pem", "url.path"),
    "escaped dots": ("https://s3.amazonaws.com/echo.api/%2e%2e/x.pem", "url.path"),
    "escaped slash": ("https://s3.amazonaws.com/echo.api/..%2fx.pem", "url.path"),
    "parameters": ("https://s3.amazonaws.com/echo.api/x.pem;a=b", "url.path"),
    "query": ("https://s3.amazonaws.com/echo.api/x.pem?a=b", "url.path"),
    "fragment": ("https://s3.amazonaws.com/echo.api/x.pem#a", "url.path"),
    "empty port": ("https://s3.amazonaws.com:/echo.api/x.pem", "url.port"),
    "port with zero": ("https://s3.amazonaws.com:0443/echo.api/x.pem", "url.port"),
    "other port": ("https://s3.amazonaws.com:563/echo.api/x.pem", "url.port"),
    "port with a letter": ("https://s3.amazonaws.com:443x/echo.api/x.pem", "url.port"),
    "port too large": ("https://s3.amazonaws.com:99999/echo.api/x.pem", "url.port"),
    "negative port": ("https://s3.amazonaws.com:-443/echo.api/x.pem", "url.port"),
    "arabic digits": ("https://s3.amazonaws.com:\u0664\u0664\u0663/echo.api/x", "url.characters"),
    "open bracket": ("https://[/echo.api/x.pem", "url.host"),
    "double slash": ("https://s3.amazonaws.com//echo.api/x.pem", "url.path"),
    "double slash below": ("https://s3.amazonaws.com/echo.api//x.pem", "url.path"),
    "dots above the root": ("https://s3.amazonaws.com/../echo.api/x.pem", "url.path"),
    "dots out of the folder": ("https://s3.amazonaws.com/echo.api/../x.pem", "url.path"),
    "other case": ("https://s3.amazonaws.com/EcHo.aPi/x.pem", "url.path"),
    "other folder": ("https://s3.amazonaws.com/invalid.path/x.pem", "url.path"),
    "longer folder": ("https://s3.amazonaws.com/echo.api.evil/x.pem", "url.path"),
    "no file": ("https://s3.amazonaws.com/echo.api/", "url.path"),
    "dots for a file": ("https://s3.amazonaws.com/echo.api/x/..", "url.path"),
    "dots at the end": ("https://s3.amazonaws.com/echo.api/x/y/..", "url.path"),
    "a dot at the end": ("https://s3.amazonaws.com/echo.api/x/.", "url.path"),
    "no path": ("https://s3.amazonaws.com", "url.path"),
    "leading space": (" https://s3.amazonaws.com/echo.api/x.pem", "url.characters"),
    "tab": ("https://s3.amazonaws.com/echo.api/\tx.pem", "url.characters"),
    "carriage return": ("https://s3.amazonaws.com/echo.api/\rx.pem", "url.characters"),
    "line feed at the end": ("https://s3.amazonaws.com/echo.api/x.pem\n", "url.characters"),
    "null": ("https://s3.amazonaws.com/echo.api/x\0.pem", "url.characters"),
    "two values": (f"{CANONICAL},{CANONICAL}", "url.path"),
}


@pytest.mark.parametrize(("url", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(url: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        canonical(url)
    assert refused.value.reason == reason


PIECES = ["https", "http", "://", "s3.amazonaws.com", "evil.com", ":443", ":", "@", "/", "\\", ".."]
PIECES += ["echo.api", "/echo.api/", "x.pem", "%2e", "?", "#", ";", " ", "\n", "\u0430", "[", "."]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60))
def test_whatever_is_accepted_is_below_alexas_folder_and_stays_as_it_is(url: str) -> None:
    try:
        accepted = canonical(url)
    except Refused:
        return
    assert accepted.startswith("https://s3.amazonaws.com/echo.api/")
    assert ".." not in accepted.split("/")
    assert canonical(accepted) == accepted
