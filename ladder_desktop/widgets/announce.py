"""Say aloud, to screen readers, what changes away from the focus."""

from PySide6.QtWidgets import QWidget


def announce(control: QWidget, message: str) -> None:
    """Have a message read out; nothing happens when nobody listens."""
    # the names of all roles and events come along, which a window needs no sooner than this
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(control, message))
