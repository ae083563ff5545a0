"""What stands in the menus."""

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence

from ladder_desktop.ui.bringing.bringing_in import BringingIn
from ladder_desktop.ui.bringing.carrying import Carrying
from ladder_desktop.ui.edits import Edits
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.filing.filing import Filing
from ladder_desktop.ui.find.goto import Goto
from ladder_desktop.ui.formatting import Formatting
from ladder_desktop.ui.help.help import Help
from ladder_desktop.ui.keeping import Keeping
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menus import Entry, Line, Submenu
from ladder_desktop.ui.overview.overseeing import show_overview
from ladder_desktop.ui.paper.hand_in import HandingIn
from ladder_desktop.ui.paper.output import Output
from ladder_desktop.ui.preferring import Preferring
from ladder_desktop.ui.presenting.presenting import Presenting
from ladder_desktop.ui.settings.settings import Appearance
from ladder_desktop.ui.spelling.spell_help import SpellHelp
from ladder_desktop.ui.start_page.searching import Searching
from ladder_desktop.ui.templating.templating import Templating
from ladder_desktop.ui.workshop.workshops import Workshops
from ladder_desktop.words import Words

Key = QKeySequence.StandardKey
NEXT, PREVIOUS = "Ctrl+Tab or Ctrl+PgDown", "Ctrl+Shift+Tab or Ctrl+PgUp"
# Qt's own choice is another one on every desktop, and none on macOS, where Cmd+H hides programs
ON_MAC = sys.platform == "darwin"
REPLACE = "Ctrl+Alt+F" if ON_MAC else "Ctrl+H"
NUMBERED = 9  # tabs that have a shortcut of their own


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does what stands in the menus."""

    window: MainWindow
    files: Files
    filing: Filing
    edits: Edits
    goto: Goto
    output: Output
    help: Help
    keeping: Keeping
    carrying: Carrying
    formatting: Formatting
    bringing: BringingIn
    handing: HandingIn
    preferring: Preferring
    templating: Templating
    workshops: Workshops
    spelling: SpellHelp
    searching: Searching
    presenting: Presenting

    @property
    def words(self) -> Words:
        """Return the words of the interface."""
        return self.window.program.words

    def has_workbook(self) -> bool:
        """Tell whether a workbook is open."""
        return self.window.opened is not None

    def find(self) -> None:
        """Find in the open workbook; on the start page, in all workbooks."""
        if self.has_workbook():
            self.goto.find()
        else:
            self.searching.find()

    def can_find(self) -> bool:
        """Tell whether there is something to find in."""
        return self.has_workbook() or self.searching.can_find()

    def can_write(self) -> bool:
        """Tell whether a workbook is open that can be changed."""
        opened = self.window.opened
        return opened is not None and not opened.session.read_only


def lines(doers: Doers) -> dict[str, list[Line]]:
    """Return the lines of every menu."""
    return {
        "file": _file(doers),
        "edit": _edit(doers),
        "view": _view(doers),
        "workbook": _workbook(doers),
        "help": _help(doers),
    }


def file_lines(doers: Doers) -> list[Line]:
    """Return what can be done with the file of the open workbook."""
    words, filing = doers.words, doers.filing
    return [
        Entry(words("&Rename…"), filing.rename, possible=doers.can_write),
        Entry(words("&Move to another folder…"), filing.move, possible=doers.can_write),
        Entry(words("Sho&w in folder"), filing.show_in_folder, possible=doers.has_workbook),
        Entry(words("Save a &copy…"), filing.save_copy, Key.SaveAs, possible=doers.has_workbook),
        Entry(words("Save a copy to &hand in…"), doers.handing.ask, possible=doers.has_workbook),
    ]


def _file(doers: Doers) -> list[Line]:
    words = doers.words
    return [
        Entry(words("&New workbook…"), doers.files.begin, Key.New),
        Entry(words("&Open…"), doers.files.choose, Key.Open),
        Submenu(words("Open r&ecent"), lambda: _recent(doers)),
        Entry(words("&Find workbooks on this computer…"), doers.keeping.find),
        None,
        *_template_lines(doers),
        None,
        *file_lines(doers),
        None,
        Entry(
            words("&Bring in changes from another copy…"),
            doers.keeping.joining.choose,
            possible=doers.can_write,
        ),
        Entry(
            words("Br&ing in a filled form or document…"),
            doers.bringing.choose,
            possible=doers.can_write,
        ),
        None,
        Entry(words("&Print or export…"), doers.output.ask, Key.Print, possible=doers.has_workbook),
        None,
        Entry(words("&Join a workshop…"), doers.workshops.choose),
        Entry(words("Prepare &a workshop stick…"), doers.workshops.prepare),
        None,
        *_ends(doers),
    ]


def _ends(doers: Doers) -> list[Line]:
    """Return what ends the window, and with it its program: one line, but for macOS's own menu."""
    words, close = doers.words, doers.window.close
    quitting = Entry(words("&Quit"), close, Key.Quit, presented=True)
    keys = Key.Close if ON_MAC else "Ctrl+W or Ctrl+Q or Ctrl+F4"
    closing = Entry(words("C&lose"), close, keys, presented=True)
    return [closing, quitting] if ON_MAC else [closing]


def _template_lines(doers: Doers) -> list[Line]:
    words, templating = doers.words, doers.templating
    return [
        Entry(words("New from &template file…"), templating.new_from_file),
        Entry(words("Pre&view a template…"), templating.preview),
        Entry(words("Ma&ke a template from a Word document…"), templating.choose_word),
    ]


def _recent(doers: Doers) -> list[Entry]:
    words = doers.words
    entries = [
        Entry(
            f"{one.name or Path(one.path).stem} – {one.template}".replace("&", "&&"),
            partial(doers.files.open, Path(one.path)),
        )
        for one in doers.files.recent()
    ]
    nothing = Entry(words("Nothing yet"), lambda: None, possible=lambda: False)
    return entries or [nothing]


def _edit(doers: Doers) -> list[Line]:
    words, edits, goto = doers.words, doers.edits, doers.goto
    return [
        Entry(words("&Undo"), edits.undo, Key.Undo, possible=edits.can_undo, presented=True),
        Entry(words("&Redo"), edits.redo, Key.Redo, possible=edits.can_redo, presented=True),
        None,
        Entry(words("Cu&t"), edits.cut, Key.Cut, possible=edits.has_selection, presented=True),
        Entry(words("&Copy"), edits.copy, Key.Copy, possible=edits.has_selection, presented=True),
        Entry(words("&Paste"), edits.paste, Key.Paste, possible=edits.is_in_text, presented=True),
        Entry(
            words("Select &all"),
            edits.select_all,
            Key.SelectAll,
            possible=edits.is_in_text,
            presented=True,
        ),
        None,
        *doers.formatting.lines(),
        None,
        *doers.spelling.lines(),
        None,
        Entry(words("&Find…"), doers.find, Key.Find, possible=doers.can_find),
        Entry(words("Find &next"), goto.find_next, Key.FindNext, possible=goto.is_finding),
        Entry(
            words("Find pre&vious"), goto.find_previous, Key.FindPrevious, possible=goto.is_finding
        ),
        Entry(words("Replac&e…"), goto.replace, REPLACE, possible=doers.can_write),
        None,
        Entry(words("&Settings…"), doers.preferring.ask, "Ctrl+,"),
    ]


def _view(doers: Doers) -> list[Line]:
    words, look = doers.words, doers.window.program.look

    def appearance(text: str, wanted: Appearance) -> Entry:
        return Entry(
            text,
            lambda: look.set_appearance(wanted),
            checked=lambda: look.appearance == wanted,
        )

    return [
        Entry(words("Zoom &in"), look.zoom_in, "Ctrl++ or Ctrl+=", presented=True),
        Entry(words("Zoom &out"), look.zoom_out, "Ctrl+-", presented=True),
        Entry(words("&Usual size"), look.zoom_reset, "Ctrl+0", presented=True),
        None,
        appearance(words("As the &system has it"), "system"),
        appearance(words("&Light"), "light"),
        appearance(words("&Dark"), "dark"),
        appearance(words("High &contrast"), "contrast"),
        None,
        Entry(
            words("&Present"),
            doers.presenting.switch,
            "F5",
            possible=doers.has_workbook,
            checked=doers.presenting.is_on,
            presented=True,
        ),
    ]


def _workbook(doers: Doers) -> list[Line]:
    words, goto, carrying = doers.words, doers.goto, doers.carrying
    open_one = doers.has_workbook
    numbered: list[Line] = [
        Entry(
            partial(goto.section_title, number - 1),
            partial(goto.section, number - 1),
            f"Ctrl+{number}",
        )
        for number in range(1, NUMBERED + 1)
    ]
    keeping = doers.keeping
    return [
        Entry(words("&Details…"), goto.details, "Ctrl+D", possible=doers.has_workbook),
        Entry(words("What's &left…"), goto.whats_left, "Ctrl+L", possible=doers.has_workbook),
        Entry(words("&Overview…"), partial(show_overview, doers.window), possible=open_one),
        None,
        Entry(words("&Earlier versions"), keeping.look_back, "Ctrl+E", possible=open_one),
        Entry(
            words("&Mark this moment…"),
            keeping.mark_moment,
            "Ctrl+Shift+M",
            possible=doers.can_write,
            presented=True,
        ),
        Entry(
            words("Compare &ratings…"),
            keeping.compare_ratings,
            possible=keeping.can_compare_ratings,
        ),
        Entry(
            words("&No longer asked…"),
            keeping.moving_on.show_set_aside,
            possible=keeping.moving_on.has_set_aside,
        ),
        None,
        Entry(
            words("&Use in another workbook…"),
            carrying.use_elsewhere,
            possible=carrying.can_use_elsewhere,
        ),
        Entry(
            words("S&tart the next round…"), carrying.start_round, possible=carrying.can_start_round
        ),
        None,
        Entry(words("Ne&xt section"), goto.next_section, NEXT, possible=open_one),
        Entry(words("Pre&vious section"), goto.previous_section, PREVIOUS, possible=open_one),
        None,
        *numbered,
    ]


def _help(doers: Doers) -> list[Line]:
    words, told = doers.words, doers.help
    return [
        Entry(words("&How it works"), told.guide, "F1", presented=True),
        Entry(words("How to &write a template"), told.template_guide),
        Entry(words("&Keys…"), told.keys, "Ctrl+? or Ctrl+Shift+? or Ctrl+/", presented=True),
        None,
        Entry(words("&Try it with a sample workbook"), told.try_sample),
        Entry(words("&Check this computer…"), told.check),
        None,
        Entry(words("&About Ladder Desktop…"), told.about),
    ]
