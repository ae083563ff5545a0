"""Opens the program in one look, and takes a picture of each screen: run as a process."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from ladder_desktop.paths import Places
from ladder_desktop.ui.app import Application, make_program, start_application
from ladder_desktop.ui.completion import complete
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.words import LANGUAGES
from tests.pseudo import pseudo
from tests.screen import Screen
from tests.screens import make_files, screens, shown_windows

SIZE = (1180, 780)
CORNER = QPoint(9999, 9999)
FOLDER = ("Documents", "Ladder Workbooks")  # as a person's folders are called
GROUND = QColor("#c9ced6")  # where no window is
STILL = 6  # pictures in a row that have to be alike
PAUSE = 200  # ms between two of them
PATIENCE = 8000  # ms after which a screen is taken as it is


def shoot(folder: Path, language: str, mode: str, zoom: int, names: list[str]) -> None:
    """Take pictures of these screens, each as NAME.png in the folder."""
    application = start_application(lambda: sys.exit("There is no display here."))
    QCursor.setPos(CORNER)  # where it lights nothing up
    application.setCursorFlashTime(0)  # a caret that comes and goes would never be still
    with tempfile.TemporaryDirectory() as home:
        places = Places(Path(home, "documents"), Path(home, "data"), Path(home, "config"))
        program = make_program(application, places)
        speak(program, language)
        program.look.set_appearance(mode)  # type: ignore[arg-type]
        program.look.set_zoom(zoom)
        for name in names:
            own = Path(tempfile.mkdtemp(dir=home), *FOLDER)
            own.mkdir(parents=True)
            picture = picture_of(application, program, screens()[name], own, language)
            picture.save(str(folder / f"{name}.png"))


def speak(program: Program, language: str) -> None:
    """Have the program speak a language, or one that nobody speaks."""
    if language in LANGUAGES:
        program.language.choose(language)
    else:
        program.language.speak(pseudo(language))


def picture_of(
    application: Application, program: Program, screen: Screen, folder: Path, language: str
) -> QImage:
    """Open a screen, wait until it is still, and return what is seen of it."""
    known = language if language in LANGUAGES else "en"
    files = make_files(folder, screen.template, known)
    window = MainWindow(program)
    if screen.template:
        window.show_workbook(open_workbook(files.workbook, program.places.data))
    else:
        window.show_page(StartPage(program))
    window.resize(*SIZE)
    window.show()
    doers = complete(application, window)
    rest(application, PAUSE)
    screen.open(doers, files)
    picture = still(application)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    for other in shown_windows():
        other.close()
    rest(application, PAUSE)
    window.deleteLater()
    return picture


def still(application: Application) -> QImage:
    """Wait until nothing moves any more, and return what is seen."""
    deadline = QDeadlineTimer(PATIENCE)
    pictures: list[QImage] = []
    while not deadline.hasExpired():
        rest(application, PAUSE)
        if not all(is_exposed(window) for window in shown_windows()):
            continue  # on a busy machine a window takes its time
        pictures.append(seen(application))
        last = pictures[-STILL:]
        if len(last) == STILL and all(one == last[0] for one in last):
            break
    return pictures[-1] if pictures else seen(application)


def is_exposed(window: QWidget) -> bool:
    """Tell whether the display shows a window already."""
    handle = window.windowHandle()
    return handle is not None and handle.isExposed()


def seen(application: Application) -> QImage:
    """Return the part of the display that the program's windows take, on a calm ground."""
    screen = application.primaryScreen()
    whole = screen.geometry()
    frames = [window.frameGeometry().intersected(whole) for window in shown_windows()]
    area = QRect()
    for frame in frames:
        area = area.united(frame)
    taken = screen.grabWindow(0, area.x(), area.y(), area.width(), area.height())
    picture = QImage(area.size(), QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    for frame in frames:
        place = frame.translated(-area.topLeft())
        painter.drawPixmap(place, taken, place)
    painter.end()
    return picture


def rest(application: Application, pause: int) -> None:
    """Let the program go on for a while."""
    for _ in turns(pause):
        application.processEvents()


def turns(pause: int) -> Iterator[None]:
    """Yield until a time in ms is over."""
    deadline = QDeadlineTimer(pause)
    while not deadline.hasExpired():
        yield


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:])
