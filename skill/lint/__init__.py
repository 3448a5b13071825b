"""The linter: holds a skill package, anybody's, against the platform's rules.

finding     what is found, and the rules (rules.toml)
discovery   where the skills are; package reads them, located their lines, reading their models
files       they can be read, and locales go together
invocation, intents, samples, slot_types, dialog    the models
conflicts   samples among each other; phrases is the machine that follows all utterances
listing, examples, pictures                         the store
manifest, interfaces, privacy                       the rest of the manifest (manifest.toml)
accounts, apl, code                                 what lies beside it
config, baseline, fixes                             what a project asks of the linter
own/        what this very skill says
report      findings as text, JSON, SARIF or GitHub annotations
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from skill.lint import (
    accounts,
    apl,
    code,
    conflicts,
    dialog,
    examples,
    files,
    intents,
    interfaces,
    invocation,
    listing,
    manifest,
    package,
    pictures,
    privacy,
    samples,
    slot_types,
)
from skill.lint.finding import BadPackageError, Finding
from skill.lint.package import Package

__all__ = ["BadPackageError", "Finding", "check", "check_own", "judge"]

_Subject = Callable[[Package], Iterator[Finding]]
# For skills of every kind, and only for those with models.
_ALL: tuple[_Subject, ...] = tuple(
    one.check for one in (files, listing, manifest, interfaces, privacy, pictures, accounts, code)
)
_CUSTOM: tuple[_Subject, ...] = tuple(
    one.check
    for one in (invocation, intents, samples, conflicts, slot_types, dialog, examples, apl)
)


def check(path: Path, locale: str = "") -> list[Finding]:
    """Return what is wrong with the packages at `path`, by file and line.

    `locale` is for models whose files tell none. Raises `BadPackageError` where there is nothing to
    check.
    """
    return [found for one in package.load(path, locale) for found in judge(one)]


def check_own() -> list[Finding]:
    """Return what is wrong with this skill's own package and with what it says."""
    from skill.lint.own import places, replies, script

    given = package.own()
    found = places.moved(judge(given), given)
    # Whoever publishes the skill gives the address of their pages; in the repository it is open.
    found = [one for one in found if one.rule != "url-placeholder"]
    return found + replies.check(script.everything())


def judge(given: Package) -> list[Finding]:
    """Return what is wrong with a package that has been read, by file and line."""
    subjects = (*_ALL, *_CUSTOM) if given.custom or given.models else _ALL
    found = {finding for subject in subjects for finding in subject(given)}
    return sorted(found, key=lambda one: (one.file, one.line, one.rule, one.says))
