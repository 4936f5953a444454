"""The icons that come with the program, by name, so that a build anywhere can tell one that is not there."""

from typing import Final

_NAMES: Final = """
back backspace bookmark changed chart check check-circle chevron-down chevron-left chevron-right chevron-up clean-view
clock close copy disk emergency external figure find-in-page finished forward glossary handout help-staff hide home
info keyboard keypad language large-print letters line-guide lock minus more outline pause people play plus print qr
questions review-none search sentence-next sentence-previous settings shift signed sources spacing speak speed star
star-on stop text-larger text-smaller theme tick-box tick-box-on topic-about topic-causes topic-living topic-outlook
topic-symptoms topic-tests topic-treatment topics touch urgent usb voice warning withdrawn
"""

ICON_NAMES: Final = frozenset(_NAMES.split())
"""File stems of ``resources/icons``."""

OWN_ICONS: Final = "icons/"
"""What the name of a library's own icon begins with among its pictures: ``icons/brain.svg``."""
