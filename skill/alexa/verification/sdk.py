"""The one door to ask_sdk_webservice_support.

VerificationException and WebserviceSkillHandler are the SDK's, unchanged.

Why a door: the SDK's module imports certvalidator, which imports oscrypto, which cannot read
an OpenSSL version with a two-digit patch level (3.0.10 and later; wbond/oscrypto issues 75
and 78) and fails the whole import. We judge chains ourselves, so certvalidator is never
called: a stand-in satisfies the import statement and is gone right after it. What the SDK keeps
of the stand-in raises when used, so its own RequestVerifier refuses rather than trusts.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["VerificationException", "WebserviceSkillHandler"]

_NAMES = ("certvalidator", "certvalidator.errors")


class _NeverRaisedError(Exception):
    """Stands for certvalidator's two error classes, which nothing here can raise."""


class _NeverUsed:
    """Stands for certvalidator.CertificateValidator; building one is a mistake."""

    def __init__(self, *_: object, **__: object) -> None:
        raise RuntimeError(
            "certvalidator is not loaded: use skill.alexa.verification.RequestVerifier"
        )


@contextmanager
def _certvalidator_stand_in() -> Iterator[None]:
    """Let `import certvalidator` find the stand-in; afterwards whatever was there."""
    package, errors = ModuleType(_NAMES[0]), ModuleType(_NAMES[1])
    vars(package)["CertificateValidator"] = _NeverUsed
    vars(errors).update(ValidationError=_NeverRaisedError, PathError=_NeverRaisedError)
    before = {name: sys.modules[name] for name in _NAMES if name in sys.modules}
    sys.modules.update(zip(_NAMES, (package, errors), strict=True))
    try:
        yield
    finally:
        for name in _NAMES:
            del sys.modules[name]
        sys.modules.update(before)


with _certvalidator_stand_in():
    from ask_sdk_webservice_support.verifier import VerificationException
    from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler
