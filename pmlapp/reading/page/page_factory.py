"""Who answers when an assistive tool asks Qt for a page."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

from pmlapp.reading.page.article_pane import ArticlePane

_ANSWERED = "pages_answered"
"""The property of an application whose pages are answered for: Qt would keep asking a second factory too."""


def answer_for_pages(made: Iterable[ArticlePane] = ()) -> None:
    """From now on give assistive tools our own tree of each `ArticlePane`, those ``made`` already included.

    Loading the classes of Qt takes 5 ms, so this is done behind the first paint.
    """
    application = QCoreApplication.instance()
    if application is not None and not application.property(_ANSWERED):
        application.setProperty(_ANSWERED, True)
        QAccessible.installFactory(_page_of)
    if not QAccessible.isActive():
        return
    for pane in made:
        # Where a tool is there already, Qt makes its own for a pane while that is still being constructed.
        given = QAccessible.queryAccessibleInterface(pane)
        if given is not None and given is not pane.tree.face:
            QAccessible.updateAccessibility(QAccessibleEvent(given, QAccessible.Event.ObjectDestroyed))
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(given))
            QAccessible.updateAccessibility(QAccessibleEvent(pane, QAccessible.Event.ObjectCreated))


def _page_of(name: str, widget: QObject) -> QAccessibleInterface | None:
    # Asked for each class that a widget is of, and for every widget of the window.
    if name != "ArticlePane" or not isinstance(widget, ArticlePane):
        return None
    # Half constructed or half taken apart, it has no page to give.
    return widget.tree.face if getattr(widget, "is_made", False) else None
