"""How Qt is made to draw the same picture on every machine."""

import os
from pathlib import Path

_FONTS = Path(__file__).parent / "fonts.conf"


def draw_without_a_display() -> None:
    """No window on anybody's screen, no fonts but ours; to be called before Qt is imported."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["FONTCONFIG_FILE"] = str(_FONTS)
