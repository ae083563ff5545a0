"""Every screen of the program, opened as its menus open it, with a workbook that has answers."""

import errno
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ladder_desktop.paths import resources
from ladder_desktop.store.amend import amend
from ladder_desktop.store.faults import saving_fault
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.overview.overseeing import show_overview
from ladder_desktop.ui.start_page.sampling import sample
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.rare_screens import rare_screens
from tests.screen import Files, Screen

FOUND = "ar"  # is found often, in every language
ELSEWHERE = "Somebody wrote this in another copy."
MISTAKEN = 'format = "ladder-template"\nid = "mine"\nversion = 1\n\n[[sections]]\ntitle = "Goals"\n'


def screens() -> dict[str, Screen]:
    """Return all screens by their names, in the order in which people come upon them."""
    return {
        "start": Screen(_nothing, ""),
        **{f"section-{number}": Screen(_section(number)) for number in range(1, 6)},
        "table": Screen(_section(1), "six-steps"),
        "checklist": Screen(_section(2), "culture-of-leadership"),
        "survey": Screen(_section(3), "culture-of-leadership"),
        "trouble": Screen(_trouble),
        "details": Screen(lambda doers, _: doers.goto.details()),
        "present": Screen(lambda doers, _: doers.presenting.begin()),
        "whats-left": Screen(lambda doers, _: doers.goto.whats_left()),
        "find": Screen(_find),
        "replace": Screen(_replace),
        "earlier-versions": Screen(_look_back),
        "overview": Screen(lambda doers, _: show_overview(doers.window)),
        "mark": Screen(lambda doers, _: doers.keeping.mark_moment()),
        "compare-ratings": Screen(lambda doers, _: doers.keeping.compare_ratings()),
        "new": Screen(lambda doers, _: doers.files.begin()),
        "export": Screen(lambda doers, _: doers.output.ask()),
        "hand-in": Screen(lambda doers, _: doers.handing.ask()),
        "use-elsewhere": Screen(lambda doers, _: doers.carrying.use_elsewhere()),
        "join": Screen(lambda doers, files: doers.keeping.joining.bring_in(files.copy)),
        "found-workbooks": Screen(lambda doers, _: doers.keeping.find()),
        "stick": Screen(lambda doers, _: doers.workshops.prepare()),
        "template-preview": Screen(
            lambda doers, files: doers.templating.preview_file(files.template), ""
        ),
        "mistakes": Screen(lambda doers, files: doers.templating.preview_file(files.mistaken), ""),
        "settings": Screen(lambda doers, _: doers.preferring.ask()),
        "keys": Screen(lambda doers, _: doers.help.keys()),
        "help": Screen(lambda doers, _: doers.help.guide()),
        "this-computer": Screen(lambda doers, _: doers.help.check()),
        "about": Screen(lambda doers, _: doers.help.about()),
        **rare_screens(),
    }


def make_files(folder: Path, template_id: str, language: str = "en") -> Files:
    """Make what the screens are opened with in an empty folder."""
    workbook = _workbook(template_id or "career-growth", language)
    names = ("notes.ladder", "copy.ladder", "template.toml", "mistaken.toml")
    files = Files(*(folder / name for name in names))
    create(files.workbook, workbook)
    shutil.copyfile(files.workbook, files.copy)
    prompt = next(block for block in workbook.template.blocks() if block.kind == "prompt")
    stored = read(files.copy)
    changed = stored.workbook.with_answer(prompt.id, prompt.read(ELSEWHERE))
    amend(files.copy, stored, changed, Mark("before", "join"), folder)
    template = built_in("six-steps", resources(), language)
    files.template.write_text(template.text, encoding="utf-8")
    files.mistaken.write_text(MISTAKEN, encoding="utf-8")
    return files


def shown_windows() -> Iterator[QWidget]:
    """Yield the windows that are to be seen, the newest last."""
    yield from (one for one in QApplication.topLevelWidgets() if one.isVisible())


def _workbook(template_id: str, language: str) -> Workbook:
    if template_id == "career-growth":
        return sample(resources(), language)
    return new_workbook(built_in(template_id, resources(), language))


def _nothing(_doers: Doers, _files: Files) -> None:
    """The start page is there already."""


def _trouble(doers: Doers, files: Files) -> None:
    assert doers.window.opened is not None
    refused = PermissionError(errno.EACCES, "Permission denied")
    doers.window.opened.session.trouble.emit(saving_fault(refused, files.workbook))


def _look_back(doers: Doers, _files: Files) -> None:
    """Look back to a moment with a name, after which something was written and taken out."""
    assert doers.window.view is not None
    assert doers.window.opened is not None
    note = doers.window.view.page().findChildren(NoteEditor)[0]
    doers.window.opened.session.keep_moment("checkpoint", "Start of the workshop")
    cursor = note.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor)
    cursor.insertText("Very much so")
    doers.keeping.look_back()


def _find(doers: Doers, _files: Files) -> None:
    assert doers.window.view is not None
    block = doers.window.view.section_page(0).section.blocks[0]
    doers.goto.place(block.id, FOUND)


def _replace(doers: Doers, files: Files) -> None:
    _find(doers, files)
    doers.goto.replace()


def _section(number: int) -> Callable[[Doers, Files], None]:
    def open_section(doers: Doers, _files: Files) -> None:
        doers.goto.section(number - 1)
        assert doers.window.view is not None
        doers.window.view.section_page(number - 1).complete()

    return open_section
