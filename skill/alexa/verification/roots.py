"""The certificate authorities we trust: one file for judging chains and for fetching them."""

import os
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import certifi
from cryptography import x509

from skill.alexa.verification.errors import ConfigurationError

_BLOCK = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def roots_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return SSL_CERT_FILE where it is set, as for OpenSSL and curl; otherwise certifi's list."""
    return Path(environ.get("SSL_CERT_FILE") or certifi.where())


def load_roots(path: Path) -> tuple[x509.Certificate, ...]:
    """Return every root of the PEM file at `path` that can be read.

    Raises ConfigurationError when the file cannot be read or holds no usable root.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read the trusted roots: {error}") from None
    roots = tuple(_readable(_BLOCK.findall(content)))
    if not roots:
        raise ConfigurationError(f"no trusted root in {path}")
    return roots


def _readable(blocks: list[bytes]) -> Iterator[x509.Certificate]:
    """Yield the certificates, read one at a time.

    Some public roots break today's rules (a serial of 0), and one such root must cost us that root,
    not all of them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for block in blocks:
            try:
                yield x509.load_pem_x509_certificate(block)
            except ValueError:
                continue
