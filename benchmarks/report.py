"""Printing: a table for the terminal, and the same with a bar chart in .bench/ for the README."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

FOLDER = Path(__file__).parents[1] / ".bench"
_BAR, _LABEL, _ROW = 360, 300, 26


def report(
    name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[str | float]], chart: int
) -> None:
    """Print a table and write NAME.md and NAME.svg; column number `chart` becomes the bars."""
    text = [[_text(cell) for cell in row] for row in rows]
    lines = [_markdown(columns), _markdown(["---", *["---:"] * (len(columns) - 1)])]
    lines += [_markdown(row) for row in text]
    print(f"\n{title}\n\n{_aligned([list(columns), *text])}\n", flush=True)
    workshop()
    (FOLDER / f"{name}.md").write_text(f"{title}\n\n" + "\n".join(lines) + "\n", "utf-8")
    bars = [(str(row[0]), float(row[chart])) for row in rows]
    (FOLDER / f"{name}.svg").write_text(_svg(f"{title}: {columns[chart]}", bars), "utf-8")


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


def _svg(title: str, bars: Sequence[tuple[str, float]]) -> str:
    most = max((value for _, value in bars), default=0) or 1
    height = _ROW * (len(bars) + 1) + 8
    drawn = "".join(
        f'<text x="0" y="{y + 16}">{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{y + 3}" width="{_BAR * value / most:.1f}" height="18" rx="3"/>'
        f'<text x="{_LABEL + _BAR * value / most + 6:.1f}" y="{y + 16}">{_text(value)}</text>'
        for y, (label, value) in ((_ROW * (i + 1), bar) for i, bar in enumerate(bars))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LABEL + _BAR + 80} {height}" '
        'font-family="sans-serif" font-size="13"><style>text{fill:#333}rect{fill:#2a7}'
        "@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>"
        f'<text x="0" y="16" font-weight="bold">{escape(title)}</text>{drawn}</svg>\n'
    )
