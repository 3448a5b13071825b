"""`leg-day check`, without its options' texts: what is checked, what is shown, how it ends."""

import sys
from collections.abc import Sequence
from pathlib import Path

from skill.lint import baseline, check, check_own, config, fixes, judge, package, probe, report
from skill.lint.finding import Finding
from skill.lint.locales import merged


def run(
    paths: Sequence[str],
    *,
    form: str | None,
    locale: str | None,
    handler: str | None,
    endpoint: str | None,
    write_baseline: str | None,
    strict: bool,
    statistics: bool,
    fix: bool,
    diff: bool,
    **narrowed: str | None,
) -> tuple[list[str], str, int]:
    """Return the lines for standard output, the line for standard error, and the exit status.

    The options are those of the command; what narrows the findings is said in config. The status is
    1 where something is found that the platform or certification refuses; in a strict run, where
    anything is. Raises `BadPackageError` where there is nothing to check.
    """
    asked = config.load(Path()).narrowed(**narrowed)

    def findings() -> list[Finding]:
        if handler or endpoint:
            folders = map(Path, paths) if paths else [None]
            return asked.wanted(
                one for folder in folders for one in probe.probe(handler, endpoint, folder)
            )
        return asked.wanted(_read(paths, locale or "") if paths else check_own())

    found = findings()
    if write_baseline:
        count = baseline.write(Path(write_baseline), found)
        return [], f"{count} findings are in {write_baseline} now", 0
    if diff or fix:
        diffs, count = fixes.run(asked.new(found), write=fix)
        if diff:
            return diffs, f"{count} files would change", int(count > 0)
        found = findings() if count else found
    found = merged(asked.new(found))
    lines = report.statistics(found) if statistics else report.lines(found, form or "text")
    refused = [one for one in found if strict or one.severity != "advice"]
    return lines, report.summary(found), int(bool(refused))


def _read(paths: Sequence[str], locale: str) -> list[Finding]:
    found: list[Finding] = []
    for path in paths:
        if path == "-":
            found += judge(package.stdin(sys.stdin.read(), locale))
        else:
            found += check(Path(path), locale)
    return list(dict.fromkeys(found))
