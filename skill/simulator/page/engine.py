"""Amazon's screen engine, `apl-viewhost-web` from npm, where it is installed.

1.4.0 is the last version that npm holds whole. Later ones, 2024.3.0 too, hold only sources and
fetch the engine from another server while they are installed.
"""

import json
from pathlib import Path

ENGINE = Path(__file__).parents[3] / "node_modules" / "apl-viewhost-web" / "index.js"


def version(engine: Path) -> str | None:
    """Return the version of the engine at this path; None where there is none."""
    if not engine.is_file():
        return None
    try:
        found = json.loads(engine.with_name("package.json").read_bytes())["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return "of an unknown version"
    return str(found)
