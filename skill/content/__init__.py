"""What is said, as people write it: TOML, by theme.

article.toml       the claims
en/<theme>.toml    what is said of a theme in English: answers, what follows from them, other lines
"""

import json
import os
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


def read_themes(language: str) -> dict[str, dict[str, Any]]:
    """Return every theme's file of a language: theme -> what it holds. Raises as `read` does."""
    names = {name.partition(".")[0] for name in os.listdir(f"{FOLDER}/{language}")}
    return {name: read(f"{language}/{name}") for name in sorted(names)}
