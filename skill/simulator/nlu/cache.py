"""What was learned, kept between runs: folders KIND-DIGEST in the user's cache, few of a kind.

An understanding is kept as a pickle, its arrays beside it as files of their own, which are mapped
into memory and so shared by all processes that answer. A pickle can run code; so it is read only
from a folder that belongs to the user, where Python's own compiled files are trusted as much.
"""

import os
import pickle
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import count
from pathlib import Path
from sys import implementation
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np
from platformdirs import user_cache_path

MOST = 6  # of a kind: one for each locale, and one for the version before

Learned = TypeVar("Learned")


def learned(digest: str, learn: Callable[[], Learned]) -> Learned:
    """Return what `learn` returns, from the cache where `digest` is known and the code the same.

    `digest` tells what it is learned of. What is damaged, or another user's, is learned anew.
    """
    folder = kept("nlu", _key(digest))
    found: Learned | None = _load(folder)
    if found is None:
        shutil.rmtree(folder, ignore_errors=True)
        found = learn()
        with suppress(OSError):  # only costs the next start its time
            keep(folder, partial(_save, found))
    return found


def kept(kind: str, digest: str) -> Path:
    """Return the folder of what was learned, there or not; where it is, it counts as just used."""
    folder = user_cache_path("leg-day") / f"{kind}-{digest}"
    with suppress(OSError):
        os.utime(folder)
    return folder


def keep(folder: Path, write: Callable[[Path], None]) -> None:
    """Have `write` fill the folder, which appears whole; of its kind, the lately used are left.

    Where another process kept the same in the meantime, that stays. Raises OSError where nothing
    can be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}.") as place:
        part = Path(place) / folder.name
        part.mkdir()
        write(part)
        try:
            part.replace(folder)
        except OSError:
            if not folder.is_dir():
                raise
    _tidy(folder)


def _tidy(newest: Path) -> None:
    """Remove the least lately used of a kind beyond MOST; what cannot be removed stays."""
    kind, _, digest = newest.name.partition("-")
    ours = re.compile(rf"({kind}-[0-9a-f]{{{len(digest)}}})([.-].*)?")  # loose files: kept so once
    found = defaultdict(list)
    with suppress(OSError):
        for path in newest.parent.iterdir():
            if match := ours.fullmatch(path.name):
                found[match[1]].append((path.lstat().st_mtime, path))
    for paths in sorted(found.values(), key=max)[:-MOST]:
        for _, old in paths:
            shutil.rmtree(old, ignore_errors=True)
            with suppress(OSError):
                old.unlink()


# --- an understanding as files --------------------------------------------------------------------


def _key(digest: str) -> str:
    """Return the cache key: another digest, other code or another Python or numpy learns anew."""
    files = sorted(Path(__file__).parent.glob("*.*"))  # the background is no code, but counts too
    code = b"".join(file.read_bytes() for file in files)
    made_by = f"{digest} {implementation.cache_tag} {np.__version__}"
    return blake2b(made_by.encode() + code, digest_size=12).hexdigest()


_Remembering = type(lru_cache(len))


class _Pickler(pickle.Pickler):
    def reducer_override(self, found: Any) -> Any:
        """Keep a function that remembers its results without them."""
        if isinstance(found, _Remembering):
            return _remembering, (found.cache_parameters()["maxsize"], found.__wrapped__)
        return NotImplemented


def _remembering(most: int, function: Callable[..., Any]) -> Callable[..., Any]:
    return lru_cache(maxsize=most)(function)


def _save(found: object, folder: Path) -> None:
    arrays: list[pickle.PickleBuffer] = []
    with (folder / "learned.pickle").open("wb") as file:
        _Pickler(file, pickle.HIGHEST_PROTOCOL, buffer_callback=arrays.append).dump(found)
    for number, array in enumerate(arrays):
        np.save(folder / f"{number}.npy", np.frombuffer(array.raw(), np.uint8))


def _load(folder: Path) -> Any:
    """Return what was kept; None where nothing is, or it is damaged, or another user's."""
    try:
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return None
        arrays = (np.load(folder / f"{number}.npy", mmap_mode="r") for number in count())
        with (folder / "learned.pickle").open("rb") as file:
            return pickle.load(file, buffers=arrays)
    except Exception:  # missing, damaged, or from a version that wrote it otherwise
        return None
