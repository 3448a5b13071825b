"""The one door to ask_sdk_webservice_support.

VerificationException and WebserviceSkillHandler are the SDK's, unchanged.

Why a door: the SDK's module imports certvalidator, which imports oscrypto, which cannot read
an OpenSSL version with a two-digit patch level (3.0.10 and later; wbond/oscrypto issues 75
and 78) and fails the whole import. We judge chains ourselves, so certvalidator is never
called: a stand-in satisfies the import statement and is gone right after it. What the SDK keeps
of the stand-in raises when used, so its own RequestVerifier refuses rather than trusts.
"""

import sys
from types import ModuleType

__all__ = ["VerificationException", "WebserviceSkillHandler"]


class _NeverRaisedError(Exception):
    """Stands for certvalidator's two error classes, which nothing here can raise."""


class _NeverUsed:
    """Stands for certvalidator.CertificateValidator; building one is a mistake."""

    def __init__(self, *_: object, **__: object) -> None:
        raise RuntimeError(
            "certvalidator is not loaded: use skill.alexa.verification.RequestVerifier"
        )


_package, _errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
vars(_package)["CertificateValidator"] = _NeverUsed
vars(_errors).update(ValidationError=_NeverRaisedError, PathError=_NeverRaisedError)
_stand_ins = {one.__name__: one for one in (_package, _errors) if one.__name__ not in sys.modules}
sys.modules.update(_stand_ins)
try:
    from ask_sdk_webservice_support.verifier import VerificationException
    from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler
finally:
    for _name in _stand_ins:
        del sys.modules[_name]
