"""What was learned, kept between runs: folders KIND-DIGEST in the user's cache, few of a kind."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

MOST = 6  # of a kind: one for each locale, and one for the version before


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
