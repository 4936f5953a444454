"""The style sheet for what Qt draws itself: fields, menus, scroll bars, tool tips."""

from pmlapp.reading.look.look import Look

MENU_RADIUS = 10
"""Of the corners of a menu, in px."""


def style_sheet(look: Look) -> str:
    """The window's style sheet for one look; everything else is painted by the parts themselves."""
    theme = look.theme
    bar = look.scale.bar
    ui = look.scale.ui.px
    on_panel = theme.line_strong if theme.high_contrast else theme.surface
    return f"""
    QWidget#window, QWidget#home, QWidget#home_content {{ background: {theme.ground.name()}; }}
    QTextBrowser {{ background: {theme.ground.name()}; border: 0;
        selection-background-color: {theme.primary.name()}; selection-color: {theme.on_primary.name()}; }}
    QTreeView, QListView {{ background: {theme.pane.name()}; border: 0; outline: 0; }}
    QScrollArea {{ background: {theme.ground.name()}; border: 0; }}
    QLabel {{ color: {theme.text.name()}; background: transparent; }}
    QToolTip {{
        color: {theme.text.name()}; background: {theme.surface.name()};
        border: 2px solid {theme.line_strong.name()}; padding: 6px; font-size: {look.scale.ui_small.px}px;
    }}
    QMenu {{
        color: {theme.text.name()}; background: {theme.surface.name()};
        border: 2px solid {theme.line_strong.name()}; padding: 6px; font-size: {ui}px;
        border-radius: {MENU_RADIUS}px;
    }}
    QMenu::item {{ padding: {bar(11)}px {bar(48)}px {bar(11)}px {bar(14)}px; border-radius: 8px; }}
    QMenu[iconed="true"]::item {{ padding-left: {bar(48)}px; }}
    QMenu::item:selected {{ background: {theme.primary.name()}; color: {theme.on_primary.name()}; }}
    QMenu::item:disabled {{ color: {theme.disabled.name()}; }}
    QMenu::separator {{ height: 1px; background: {theme.line.name()}; margin: 6px 10px; }}
    QMenu::indicator, QMenu::right-arrow {{ image: none; width: 0; height: 0; }}
    QScrollBar:vertical {{ background: {theme.pane.name()}; width: 16px; margin: 0; border: 0;
        border-left: 1px solid {theme.line.name()}; }}
    QScrollBar::handle:vertical {{ background: {theme.scroll_thumb.name()}; min-height: 64px; border-radius: 4px;
        margin: 3px 3px 3px 3px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.text_soft.name()}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; border: 0; background: none; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    QLineEdit {{
        color: {theme.text.name()}; background: {theme.surface.name()};
        selection-background-color: {theme.primary.name()}; selection-color: {theme.on_primary.name()};
        border: 2px solid {theme.line_strong.name()}; border-radius: 8px;
        placeholder-text-color: {theme.text_soft.name()};
        padding: 0;
    }}
    QLineEdit:focus {{ border-color: {theme.primary.name()}; }}
    QLineEdit[onPanel="true"] {{ border-color: {on_panel.name()}; }}
    """
