"""How large a body may be, and how its length may be told."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.alexa.verification.envelope import MAX_BODY
from tests.alexa.verification.certificates import CHAIN_URL, signed
from tests.hosting.web.skills import GOOD, Greeter, post


def test_too_large(client: FlaskClient, greeter: Greeter) -> None:
    body = GOOD[:-1] + b" " * (MAX_BODY - len(GOOD)) + b"}"
    assert len(body) == MAX_BODY
    assert post(client, body).status_code == 200
    assert post(client, body + b" ").status_code == 413
    assert len(greeter.greeted) == 1


@pytest.mark.parametrize("excess", [1, MAX_BODY])
def test_too_large_without_a_length_is_not_cut_and_accepted(
    client: FlaskClient, excess: int
) -> None:
    body = GOOD + b" " * (MAX_BODY - len(GOOD))
    for sent, status in ((body, 200), (body + b" " * excess, 413)):
        answer = client.post(
            "/",
            input_stream=BytesIO(sent),
            headers={**signed(body), "Transfer-Encoding": "chunked"},
            # The test client has counted the bytes; whoever sends chunks does not say.
            environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
        )
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("-1", 400),
        ("x", 400),
        ("\u0661", 400),
        ("9" * 5_000, 400),
        ("9" * 9, 413),
        (str(len(GOOD) + 1), 400),
    ],
)
def test_a_length_that_is_none(client: FlaskClient, length: str, status: int) -> None:
    overrides = {"CONTENT_LENGTH": length}
    assert post(client, GOOD, environ_overrides=overrides).status_code == status


def test_a_client_that_leaves_in_the_middle(client: FlaskClient) -> None:
    class Gone(BytesIO):
        def read(self, *_: Any) -> bytes:
            raise ConnectionResetError

    answer = client.post(
        "/",
        input_stream=Gone(),
        headers={"SignatureCertChainUrl": CHAIN_URL},
        environ_overrides={"CONTENT_LENGTH": "9"},
    )
    assert answer.status_code == 400
