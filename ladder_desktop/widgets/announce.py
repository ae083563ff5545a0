"""Say aloud, to screen readers, what changes away from the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(control: QWidget, message: str) -> None:
    """Have a message read out; nothing happens when nobody listens."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(control, message))
