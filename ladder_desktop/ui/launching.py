"""Starts what lies outside of this window: another window, a file's folder, a finished file."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from ladder_desktop.paths import is_frozen


def start_window(path: Path | None = None) -> bool:
    """Start the program once more, on a workbook; each workbook has a process of its own."""
    arguments = ["open", *([str(path)] if path else [])]
    if is_frozen():
        return bool(QProcess.startDetached(sys.executable, arguments)[0])
    package = Path(__file__).resolve().parents[1]
    arguments = ["-m", package.name, *arguments]
    # from source, the interpreter finds the package in the folder it starts in
    return bool(QProcess.startDetached(sys.executable, arguments, str(package.parent))[0])


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Show a file in the system's file manager, marked where the system can do that."""
    if sys.platform == "win32":
        # the comma has to stand outside of the quotes, which no list of arguments can express
        subprocess.Popen(f'explorer.exe /select,"{os.path.normpath(path)}"')  # noqa: S603
        return True
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(path)])[0])
    return open_file(path.parent)
