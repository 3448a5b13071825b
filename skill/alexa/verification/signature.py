"""The signature over the body, and the two headers that carry it.

Rule: `Signature-256` holds base64 of an RSA PKCS#1 v1.5 signature with SHA-256 over the raw
body bytes. The older `Signature` header (SHA-1) is never looked at.
"""

import binascii
from base64 import b64encode
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from skill.alexa.verification.errors import Refused

URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
# An RSA-8192 signature takes 1,368 characters; the genuine RSA-2048 takes 344.
MAX_LENGTH = 1_368
_PADDING, _HASH = PKCS1v15(), SHA256()


def header(headers: Mapping[str, str], name: str) -> str:
    """Return the one value of the header `name`, in either case of its letters.

    Raises Refused "header.missing", or "header.repeated" where two spellings are present.
    """
    wanted = name.lower()
    values = [value for key, value in headers.items() if key.lower() == wanted]
    if not values:
        raise Refused("header.missing")
    if len(values) > 1:
        raise Refused("header.repeated")
    return values[0]


def decode(text: str) -> bytes:
    """Return the signature's bytes from exactly one spelling of them.

    Python's decoder drops what it does not know; here encoding again has to give `text` back,
    so spaces, junk, missing padding, trailing data and a second value are all refused.
    Raises Refused "signature.encoding".
    """
    if not 0 < len(text) <= MAX_LENGTH:
        raise Refused("signature.encoding")
    try:
        decoded = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:  # binascii.Error for bad base64, ValueError for non-ASCII text
        raise Refused("signature.encoding") from None
    if b64encode(decoded).decode("ascii") != text:
        raise Refused("signature.encoding")
    return decoded


def check(key: RSAPublicKey, signature: bytes, body: bytes) -> None:
    """Raise Refused "signature.mismatch" unless `key` signed exactly these bytes."""
    try:
        key.verify(signature, body, _PADDING, _HASH)
    except InvalidSignature:
        raise Refused("signature.mismatch") from None
