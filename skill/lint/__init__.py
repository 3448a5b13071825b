"""The linter: holds a skill package, anybody's, against the platform's rules.

finding     what is found, and the rules (rules.toml)
package     where the files are; located reads them with their lines, model reads models
files       they can be read, and locales go together
invocation, intents, samples, slot_types    the models
conflicts   samples among each other; phrases is the machine that follows all utterances
store, examples, pictures                   the listing
replies     what this very skill says; script has it say everything
report      findings as text, JSON or GitHub annotations
"""

from pathlib import Path

from skill.lint import (
    conflicts,
    examples,
    files,
    intents,
    invocation,
    package,
    pictures,
    samples,
    slot_types,
    store,
)
from skill.lint.finding import BadPackageError, Finding

__all__ = ["BadPackageError", "Finding", "check", "check_own", "judge"]

_SUBJECTS = (
    files,
    invocation,
    intents,
    samples,
    conflicts,
    slot_types,
    store,
    examples,
    pictures,
)


def check(path: Path) -> list[Finding]:
    """Return what is wrong with the package at `path`, by file and line.

    Raises `BadPackageError` where there is nothing to check or a file cannot be read.
    """
    return judge(package.load(path))


def check_own() -> list[Finding]:
    """Return what is wrong with this skill's own package and with what it says."""
    from skill.lint.own import replies, script

    found = judge(package.own())
    # Whoever publishes the skill gives the address of their pages; in the repository it is open.
    found = [one for one in found if one.rule != "url-placeholder"]
    return found + replies.check(script.everything())


def judge(given: package.Package) -> list[Finding]:
    """Return what is wrong with a package that has been read, by file and line."""
    found = {finding for subject in _SUBJECTS for finding in subject.check(given)}
    return sorted(found, key=lambda one: (one.file, one.line, one.rule, one.says))
