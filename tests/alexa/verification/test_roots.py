"""Whom we trust."""

from __future__ import annotations

from pathlib import Path

import certifi
import pytest

from skill.alexa.verification import ConfigurationError
from skill.alexa.verification.roots import load_roots, roots_file
from tests.alexa.verification.certificates import world

BROKEN = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"


def test_certifis_by_default_and_ssl_cert_file_where_it_is_set() -> None:
    assert roots_file({}) == Path(certifi.where())
    assert roots_file({"SSL_CERT_FILE": ""}) == Path(certifi.where())
    assert roots_file({"SSL_CERT_FILE": "/etc/roots.pem"}) == Path("/etc/roots.pem")


def test_certifis_roots_can_be_read() -> None:
    assert len(load_roots(Path(certifi.where()))) > 100


def test_a_broken_root_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "roots.pem"
    file.write_bytes(BROKEN + world().root.pem + BROKEN)
    assert load_roots(file) == (world().root.certificate,)


@pytest.mark.parametrize("content", [b"", b"no certificates", BROKEN])
def test_a_file_without_a_root_is_an_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "roots.pem"
    file.write_bytes(content)
    with pytest.raises(ConfigurationError, match="no trusted root in"):
        load_roots(file)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot read the trusted roots"):
        load_roots(tmp_path / "missing.pem")
