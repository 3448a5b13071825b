"""Certification's own probes on a skill that runs: `leg-day check --handler` and `--endpoint`.

subject     the package, and the handler beside it
phrases     an example phrase becomes an intent
process     the handler in a process of its own; run_python, run_node are what runs there
handler     what is asked of it; notes collects, answers judges
endpoint    a web service: its certificate, and what it has to refuse
"""

import os
from pathlib import Path

from skill.lint import package
from skill.lint.finding import Finding
from skill.lint.probe import endpoint, handler
from skill.lint.probe.subject import ANYBODY, Subject, find_handler, read_subject, subject_of

__all__ = ["probe"]


def probe(spec: str | None, url: str | None, folder: Path | None) -> list[Finding]:
    """Return what certification would find by talking to a handler, to a web service, or to both.

    `spec` is module:function (Python) or file.function (Node), with the package in `folder`, or
    without one with this very skill's; `url` is a web service's address. Raises
    `BadPackageError` where there is no handler, no model, no node, or no such address.
    """
    found = []
    if spec:
        asked = find_handler(spec, folder or Path.cwd())
        found += handler.probe(asked, read_subject(folder, asked) if folder else _own())
    return found + (endpoint.probe(url) if url else [])


def _own() -> Subject:
    application = os.environ.get("LEG_DAY_SKILL_ID") or ANYBODY
    return subject_of(package.own(), application)
