"""lambda.zip: the skill for AWS Lambda, with only what answers need, the same bytes every time.

What is in it is found by Python's modulefinder from lambda_function.py on, through the
skill and the packages that are installed. The SDK's models go in whole, because they are imported
by name when a request holds them. Every module has its bytecode with it, marked as never to be
checked against its source: the times of the files would not fit after unpacking, and a cold start
that compiles takes seconds. The content goes in as JSON, which is read faster than TOML.

Bytecode belongs to one version of Python: the one that runs here (`RUNTIME`). On a function with
another runtime everything still works, after a slower start.
"""

import json
import marshal
import sys
import sysconfig
import tomllib
import warnings
import zipfile
from collections.abc import Iterable
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from modulefinder import ModuleFinder
from pathlib import Path
from typing import Any

import skill

RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"

_CHECKOUT = Path(skill.__file__).parents[1]
_INSTALLED = Path(sysconfig.get_paths()["purelib"])
_BY_NAME = "ask_sdk_model"
_LEFT_OUT = {
    "botocore",  # Lambda's own Python brings it
    "orjson",  # only for JSON as text, and Lambda hands over events that are parsed already
}
_DATA = ("skill/content/**/*.toml", "skill/dialog/apl/*.json")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
_NEVER_CHECKED = (1).to_bytes(4, "little")  # PEP 552: the source's hash, not to be compared
_PLAIN_FILE = 0o100644 << 16


class BundleError(RuntimeError):
    """The bundle cannot be made; the message says what is missing."""


def write(into: Path) -> int:
    """Write the bundle to the file `into` and return how many files it holds.

    Raises `BundleError` outside a checkout of the repository.
    """
    files = contents()
    with zipfile.ZipFile(into, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = 3, _PLAIN_FILE  # 3: Unix, whoever packs
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name], compresslevel=9)
    return len(files)


def contents() -> dict[str, bytes]:
    """Return the bundle's files: name in the archive -> bytes. Raises `BundleError`."""
    files = {}
    for name, path in _paths().items():
        source = path.read_bytes()
        if path.suffix == ".toml":
            files[name.removesuffix("toml") + "json"] = _as_json(source)
            continue
        files[name] = source
        if path.suffix == ".py":
            # The cache's name depends on this Python alone, as the bytecode does.
            files[cache_from_source(name, optimization="")] = _bytecode(name, source)
    return files


def entry_point() -> Path:
    """Return lambda_function.py. Raises `BundleError` outside a checkout of the repository."""
    path = _CHECKOUT / "lambda" / "lambda_function.py"
    if not path.is_file():
        raise BundleError(f"{path} is missing: package the skill in a checkout of its repository")
    return path


def _paths() -> dict[str, Path]:
    start = entry_point()
    finder = ModuleFinder([str(_CHECKOUT), str(_INSTALLED)], excludes=_LEFT_OUT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the SDK's docstrings have escapes that mean nothing
        finder.run_script(str(start))
    modules: Iterable[Any] = finder.modules.values()
    found = {Path(module.__file__) for module in modules if module.__file__} - {start}
    found |= set((_INSTALLED / _BY_NAME).rglob("*.py"))
    data = (path for pattern in _DATA for path in _CHECKOUT.glob(pattern))
    return {start.name: start} | {_name(path): path for path in (*found, *data)}


def _as_json(source: bytes) -> bytes:
    return json.dumps(tomllib.loads(source.decode()), ensure_ascii=False).encode()


def _name(path: Path) -> str:
    root = _INSTALLED if path.is_relative_to(_INSTALLED) else _CHECKOUT
    return path.relative_to(root).as_posix()


def _bytecode(name: str, source: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = compile(source, name, "exec", dont_inherit=True)
    # marshal's version 2, which Python goes on reading: later ones write a string in another way
    # where it is interned or held elsewhere in this process, and the source alone shall decide.
    written = marshal.dumps(code, 2)
    return MAGIC_NUMBER + _NEVER_CHECKED + source_hash(source) + written
