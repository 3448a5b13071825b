"""Printing: a table for the terminal, and the same in .bench/ for the README."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[1] / ".bench"


def report(
    name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[str | float]]
) -> None:
    """Print a table, and write it to NAME.md."""
    text = [[_text(cell) for cell in row] for row in rows]
    lines = [_markdown(columns), _markdown(["---", *["---:"] * (len(columns) - 1)])]
    lines += [_markdown(row) for row in text]
    print(f"\n{title}\n\n{_aligned([list(columns), *text])}\n", flush=True)
    workshop()
    (FOLDER / f"{name}.md").write_text(f"{title}\n\n" + "\n".join(lines) + "\n", "utf-8")


def workshop() -> Path:
    """The folder for what benches install and write; git does not see it."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / ".gitignore").write_text("*\n", "utf-8")
    return FOLDER


def _text(cell: str | float) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.3g}"


def _markdown(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        )
        for row in rows
    )
