"""The door to the SDK, and what passes through it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from ask_sdk_webservice_support import verifier as theirs
from ask_sdk_webservice_support import webservice_handler

from skill.alexa.verification import sdk

PROBE = """
import sys
import skill.alexa.verification.sdk
loaded = sorted(name for name in sys.modules if name.split(".")[0] in {"certvalidator", "oscrypto"})
print(loaded)
"""


def test_neither_certvalidator_nor_oscrypto_nor_the_stand_in_stays_loaded() -> None:
    # In a process of its own, where nobody else has imported them.
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_sdk_imports_of_certvalidator_what_the_stand_in_has() -> None:
    # Fails when a release of the SDK changes its imports: then look at sdk.py again.
    with open(theirs.__file__, encoding="utf-8") as source:
        lines = [line.strip() for line in source if "certvalidator" in line]
    assert lines == [
        "from certvalidator import CertificateValidator",
        "from certvalidator.errors import ValidationError, PathError",
    ]


def test_the_names_are_the_sdks_own() -> None:
    assert sdk.WebserviceSkillHandler is webservice_handler.WebserviceSkillHandler
    assert sdk.VerificationException is theirs.VerificationException


def test_the_sdks_own_chain_check_refuses_rather_than_trusts() -> None:
    with pytest.raises(RuntimeError, match=r"skill\.alexa\.verification"):
        theirs.RequestVerifier()._validate_cert_chain(
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        )
