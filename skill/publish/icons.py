"""The store's icons, drawn from assets/icon.svg.

`python -m skill.publish.icons` writes them beside it; a test holds that they are up to date. They
are kept in the repository so that packaging the skill needs no renderer.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "assets"
SIZES = (108, 512)  # pixels; the store's small and large icon


def draw(size: int) -> bytes:
    """Return icon.svg as a square PNG of `size` pixels. Needs the resvg_py package."""
    import resvg_py

    return resvg_py.svg_to_bytes(svg_path=str(FOLDER / "icon.svg"), width=size, height=size)


if __name__ == "__main__":
    for size in SIZES:
        path = FOLDER / f"icon-{size}.png"
        path.write_bytes(draw(size))
        print(path.name)
