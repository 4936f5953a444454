"""Scrolling by finger: what is dragged goes with it and glides on, unless less motion is asked for."""

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties

_Metric = QScrollerProperties.ScrollMetric


def scroll_by_finger(area: QAbstractScrollArea, *, glides: bool) -> None:
    """Let a finger scroll ``area``; a mouse goes on selecting and pressing as before.

    Source: https://doc.qt.io/qt-6/qscroller.html
    """
    viewport = area.viewport()
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
    scroller = QScroller.scroller(viewport)
    made = scroller.scrollerProperties()
    # Nothing is pulled beyond its end, where it would spring back.
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    made.setScrollMetric(_Metric.VerticalOvershootPolicy, never)
    made.setScrollMetric(_Metric.HorizontalOvershootPolicy, never)
    if not glides:
        made.setScrollMetric(_Metric.MaximumVelocity, 0.0)
    scroller.setScrollerProperties(made)
