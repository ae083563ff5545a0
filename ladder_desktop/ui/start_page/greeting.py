"""What the start page has to say about the last session, if anything is unusual."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import is_there, make_folder
from ladder_desktop.store.making import create
from ladder_desktop.store.rescue import Rescued, drop_rescue, rescues
from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.status import clock
from ladder_desktop.ui.trouble.aftermath import unexpected_end

Open = Callable[[Path], None]


class Notice(Banner):
    """A line on the start page, a card as all that stands there."""


def greet(page: StartPage, program: Program, open_file: Open) -> list[Banner]:
    """Put lines over the start page: an unexpected end, and rescued changes without a file."""
    banners = [*_unexpected(program, open_file), *_homeless(page, program, open_file)]
    for banner in reversed(banners):
        page.column.insertWidget(1, banner)
    return banners


def _unexpected(program: Program, open_file: Open) -> list[Banner]:
    recent = program.settings.read().recent
    path = Path(recent[0].path) if recent else None
    stored = unexpected_end(path, program.places) if path and is_there(path) else None
    if path is None or stored is None or stored.changed is None:
        return []
    words = program.words
    time = clock(stored.changed.astimezone(), seconds=True)
    text = words(
        "The last session ended unexpectedly. Everything up to {time} is in “{file}”.",
        time=time,
        file=path.stem,
    )
    return [_banner(text, words("Go on writing"), lambda: open_file(path))]


def _homeless(page: StartPage, program: Program, open_file: Open) -> list[Banner]:
    found = [one for one in rescues(program.places.rescues) if not is_there(Path(one.path))]
    return [_homeless_banner(one, page, program, open_file) for one in found if one.whole]


def _homeless_banner(
    rescued: Rescued, page: StartPage, program: Program, open_file: Open
) -> Banner:
    words = program.words
    text = words(
        "“{file}” is not there now, and what was written last is not in it. It is kept: connect "
        "its disk and open it, or make a new workbook of everything.",
        file=Path(rescued.path).name,
    )

    def make() -> None:
        try:
            path = _made(rescued, program)
        except LadderError as error:
            say_error(page, error, words)
        else:
            open_file(path)

    return _banner(text, words("Make a new workbook"), make)


def _made(rescued: Rescued, program: Program) -> Path:
    """Make a workbook of what was rescued, in the usual folder."""
    workbook = rescued.workbook()
    former = Path(rescued.path)
    folder = program.documents()
    make_folder(folder)
    path = unused(folder, former.stem)
    if workbook:
        create(path, workbook)
        drop_rescue(former, program.places.rescues)
    return path


def _banner(text: str, label: str, do: Callable[[], None]) -> Banner:
    banner = Notice()
    button = QPushButton(label)
    button.clicked.connect(do)
    banner.say(text, button)
    return banner
