"""`leg-day check`, without its options' texts: what is checked, what is shown, how it ends."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from skill.lint import baseline, check, check_own, config, fixes, judge, package, probe, report
from skill.lint.finding import Finding
from skill.lint.locales import merged


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; what is empty is left to the configuration."""

    form: str = "text"
    stage: str = ""
    select: str = ""
    ignore: str = ""
    locale: str = ""
    baseline: str = ""
    write_baseline: str = ""
    strict: bool = False
    statistics: bool = False
    fix: bool = False
    diff: bool = False
    handler: str = ""
    endpoint: str = ""


def run(paths: Sequence[str], options: Options) -> tuple[list[str], str, int]:
    """Return the lines for standard output, the line for standard error, and the exit status.

    The status is 1 where something is found that the platform or certification refuses; in a
    strict run, where anything is. Raises `BadPackageError` where there is nothing to check.
    """
    asked = _config(options)
    found = asked.wanted(_found(paths, options))
    if options.write_baseline:
        count = baseline.write(Path(options.write_baseline), found)
        return [], f"{count} findings are in {options.write_baseline} now", 0
    if options.diff or options.fix:
        diffs, count = fixes.run(_new(found, asked), write=options.fix)
        if options.diff:
            return diffs, f"{count} files would change", int(count > 0)
        found = asked.wanted(_found(paths, options)) if count else found
    found = _new(found, asked)
    found = merged(found)
    lines = report.statistics(found) if options.statistics else report.lines(found, options.form)
    refused = [one for one in found if options.strict or one.severity != "advice"]
    return lines, report.summary(found), int(bool(refused))


def _found(paths: Sequence[str], options: Options) -> list[Finding]:
    locale = options.locale
    found: list[Finding] = []
    if options.handler or options.endpoint:
        folders: list[Path | None] = [Path(path) for path in paths]
        for folder in folders or [None]:
            found += probe.probe(options.handler or None, options.endpoint or None, folder)
        return found
    if not paths:
        return check_own()
    for path in paths:
        if path == "-":
            found += judge(package.stdin(sys.stdin.read(), locale))
        else:
            found += check(Path(path), locale)
    return list(dict.fromkeys(found))


def _new(found: list[Finding], asked: config.Config) -> list[Finding]:
    return baseline.without(Path(asked.baseline), found) if asked.baseline else found


def _config(options: Options) -> config.Config:
    asked = config.load(Path())
    ignored = config.known(_names(options.ignore), "--ignore")
    return replace(
        asked,
        stage=options.stage or asked.stage,
        baseline=options.baseline or asked.baseline,
        select=config.known(_names(options.select), "--select") or asked.select,
        ignore=(*asked.ignore, *ignored),
    )


def _names(words: str) -> list[str]:
    return [name.strip() for name in words.split(",") if name.strip()]
