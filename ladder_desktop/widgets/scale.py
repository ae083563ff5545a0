"""Sizes that follow the zoom."""

from PySide6.QtWidgets import QApplication

BODY = 15


def zoom() -> float:
    """Return the zoom: how large the application's font is against the body size."""
    size = QApplication.font().pixelSize()
    # before a theme was applied the font is sized in points: that counts as 100 %
    return size / BODY if size > 0 else 1.0


def px(size: float) -> int:
    """Return a size given in px at 100 % as px at the zoom, at least 1."""
    return max(1, round(size * zoom()))
