"""The devices that the page can be: a speaker, and four displays as Alexa describes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of device; `viewport` is None where it has no display."""

    id: str
    name: str
    viewport: Mapping[str, Any] | None = None

    @property
    def size(self) -> dict[str, Any] | None:
        """What the page needs to draw the display: pixels, dots per inch, shape and mode."""
        seen = self.viewport
        if seen is None:
            return None
        return {
            "width": seen["pixelWidth"],
            "height": seen["pixelHeight"],
            "dpi": seen["dpi"],
            "isRound": seen["shape"] == "ROUND",
            "shape": seen["shape"],
            "mode": seen["mode"],
        }


def _display(width: int, height: int, *, shape: str = "RECTANGLE", mode: str = "HUB") -> Any:
    television = mode == "TV"
    return {
        "experiences": [
            {
                "arcMinuteWidth": 1680 if television else 346,
                "arcMinuteHeight": 945 if television else 216,
                "canRotate": False,
                "canResize": False,
            }
        ],
        "mode": mode,
        "shape": shape,
        "pixelWidth": width,
        "pixelHeight": height,
        "currentPixelWidth": width,
        "currentPixelHeight": height,
        "dpi": 320 if television else 160,
        **({"keyboard": ["DIRECTION"]} if television else {"touch": ["SINGLE"]}),
        "video": {"codecs": ["H_264_42", "H_264_41"]},
    }


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("speaker", "Speaker"),
        Kind("round", "Round", _display(480, 480, shape="ROUND")),
        Kind("small", "Small", _display(960, 480)),
        Kind("large", "Large", _display(1280, 800)),
        Kind("tv", "TV", _display(1920, 1080, mode="TV")),
    )
}
