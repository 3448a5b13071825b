"""The words themselves, as people write them: TOML.

article.toml    the claims
en.toml         the answers and the lines in English
en-screen.toml  what only a screen shows
"""

import json
from typing import Any

FOLDER = __path__[0]


def read(name: str) -> dict[str, Any]:
    """Return the file `name`, without its ending, as it is written.

    lambda.zip has JSON in its place (skill.publish.bundle), which a cold start reads 8 ms sooner.
    Raises OSError where there is neither, ValueError for what is no TOML.
    """
    path = f"{FOLDER}/{name}"
    try:
        with open(f"{path}.json", encoding="utf-8") as file:
            found: dict[str, Any] = json.load(file)
    except FileNotFoundError:
        import tomllib

        with open(f"{path}.toml", "rb") as file:
            found = tomllib.load(file)
    return found
