"""The system's own window for printing."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ladder_desktop.export.options import Paper
from ladder_desktop.ui.paper.printing import new_printer


def asked_printer(parent: QWidget, paper: Paper, title: str, pages: int) -> QPrinter | None:
    """Return the printer that a person chose and set, or None.

    Args:
        parent: the window that asks.
        paper: what the pages are made for.
        title: the name of the document in the printer's list.
        pages: how many there are to choose from; 0 where nobody knows yet.
    """
    printer = new_printer(paper, title)
    dialog = QPrintDialog(printer, parent)
    if pages:
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    return printer if accepted else None
