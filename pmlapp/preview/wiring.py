"""The wiring diagram of the preview: what it connects beside the connections of the reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from pmlapp.preview.building import Building
from pmlapp.preview.heard import Heard
from pmlapp.preview.preview_window import PreviewWindow
from pmlapp.preview.watching import Watching
from pmlapp.shell.choices import Choices
from pmlapp.shell.wiring import wire_keys


def wire_preview(shown: PreviewWindow, choices: Choices) -> None:
    """Connect strip and panel with the window and with those who answer."""
    previewing, panel, strip, stage = shown.previewing, shown.panel, shown.strip, shown.window.stage
    choices.look_changed.connect(strip.set_look)
    choices.look_changed.connect(panel.set_look)
    shown.reader.page_shown.connect(previewing.turn_to)
    strip.file_asked.connect(previewing.open_file)
    strip.findings_asked.connect(stage.toggle_aside)
    stage.aside_fits.connect(strip.hide_findings_button)
    strip.hide_findings_button(stage.has_room_aside)
    panel.line_asked.connect(previewing.open_line)
    panel.offer_taken.connect(previewing.take)
    for key, go in (("F8", panel.go_next), ("Shift+F8", panel.go_back)):
        QShortcut(QKeySequence(key), shown.window).activated.connect(go)
    wire_keys(shown.window, shown.reader, choices)


def wire_building(shown: PreviewWindow, heard: Heard, building: Building, watching: Watching) -> None:
    """Connect the window with the process that builds and with the files."""
    heard.news.connect(shown.previewing.hear, Qt.ConnectionType.QueuedConnection)
    shown.previewing.asked.connect(building.ask)
    watching.written.connect(shown.previewing.follow)
